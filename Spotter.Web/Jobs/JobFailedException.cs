namespace Spotter.Web.Jobs;

/// <summary>A job failed, and its failure is already stored. The dashboard shows the message, which contains no credentials.</summary>
public sealed class JobFailedException(string message) : Exception(message);
