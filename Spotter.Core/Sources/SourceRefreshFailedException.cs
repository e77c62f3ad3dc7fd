namespace Spotter.Core.Sources;

/// <summary>A connection could not be read. Thrown when that is stored, so that the job shows as failed; carries the sentence for people and no credentials.</summary>
public sealed class SourceRefreshFailedException(string message) : Exception(message);
