using Spotter.Core.Matching.Aliases;

namespace Spotter.Core.Catalogue;

/// <summary>What the catalogue answered to a question, be it that it knows nothing. Everybody's: it holds nothing of a user.</summary>
public sealed class CatalogueAnswer
{
    /// <summary>The question's key (<see cref="CatalogueQuestion.Key"/>).</summary>
    public required string Key { get; set; }

    /// <summary>When it was asked last.</summary>
    public DateTimeOffset AskedAt { get; set; }

    /// <summary>The recordings; empty where the catalogue knows none.</summary>
    public List<KnownRecording> Recordings { get; set; } = [];
}
