using Spotter.Core.Facts;

namespace Spotter.Core.Sources;

/// <summary>A connection could not be read. Thrown when that is stored, so that the job shows as failed; carries what there is to say and no credentials.</summary>
public sealed class SourceRefreshFailedException(Fact reason) : Exception(reason.ToString())
{
    /// <summary>Why.</summary>
    public Fact Reason => reason;
}
