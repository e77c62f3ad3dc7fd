using Spotter.Core.Facts;

namespace Spotter.Core.Sync;

/// <summary>A run failed, and everything about it is stored; for the job runner, so that the job shows as failed. Carries no credentials.</summary>
public sealed class SyncFailedException(Fact reason) : Exception(reason.ToString())
{
    /// <summary>Why.</summary>
    public Fact Reason => reason;
}
