namespace Spotter.Core.Matching.Aliases;

/// <summary>What a catalogue is searched by, most certain first.</summary>
public enum CatalogueQuestionKind
{
    /// <summary>The recording code.</summary>
    Isrc,

    /// <summary>The MusicBrainz recording.</summary>
    Recording,

    /// <summary>Artist and title.</summary>
    Names,
}
