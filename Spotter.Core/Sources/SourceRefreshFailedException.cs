using Spotter.Core.Facts;

namespace Spotter.Core.Sources;

/// <summary>A connection could not be read, and the failure is already stored. This makes the job runner show the job as failed. It
/// contains no credentials.</summary>
public sealed class SourceRefreshFailedException(Fact reason) : Exception(reason.ToString())
{
    /// <summary>The reason, as stored.</summary>
    public Fact Reason => reason;
}
