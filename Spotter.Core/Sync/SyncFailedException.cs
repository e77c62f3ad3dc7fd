using Spotter.Core.Facts;

namespace Spotter.Core.Sync;

/// <summary>A run failed, and its failure is already stored. This makes the job runner show the job as failed. It contains no
/// credentials.</summary>
public sealed class SyncFailedException(Fact reason) : Exception(reason.ToString())
{
    /// <summary>The reason, as stored.</summary>
    public Fact Reason => reason;
}
