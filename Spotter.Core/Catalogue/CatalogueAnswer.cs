using Spotter.Core.Matching.Aliases;

namespace Spotter.Core.Catalogue;

/// <summary>The catalogue's answer to a question, even if it knows nothing. Shared by all users, since it contains nothing about a
/// user.</summary>
public sealed class CatalogueAnswer
{
    /// <summary>The question's key (<see cref="CatalogueQuestion.Key"/>).</summary>
    public required string Key { get; set; }

    /// <summary>When it was last asked.</summary>
    public DateTimeOffset AskedAt { get; set; }

    /// <summary>The recordings. Empty if the catalogue knows none.</summary>
    public List<KnownRecording> Recordings { get; set; } = [];
}
