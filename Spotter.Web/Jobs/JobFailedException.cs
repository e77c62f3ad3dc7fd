namespace Spotter.Web.Jobs;

/// <summary>A job failed, and everything about it is stored. The message is what the dashboard shows of it, in words; carries no credentials.</summary>
public sealed class JobFailedException(string message) : Exception(message);
