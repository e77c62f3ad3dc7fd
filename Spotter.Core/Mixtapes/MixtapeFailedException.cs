using Spotter.Core.Facts;

namespace Spotter.Core.Mixtapes;

/// <summary>A making failed, and the mixtape says why. This makes the job runner show the job as failed.</summary>
public sealed class MixtapeFailedException(Fact reason) : Exception(reason.ToString())
{
    /// <summary>The reason, as stored.</summary>
    public Fact Reason => reason;
}
