using Spotter.Core.Facts;

namespace Spotter.Core.Mixtapes;

/// <summary>A making failed, and the mixtape says why. For the job runner, so that the job shows as failed.</summary>
public sealed class MixtapeFailedException(Fact reason) : Exception(reason.ToString())
{
    /// <summary>Why.</summary>
    public Fact Reason => reason;
}
