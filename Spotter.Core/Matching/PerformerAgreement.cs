namespace Spotter.Core.Matching;

/// <summary>Whether the same people play a piece of classical music.</summary>
internal enum PerformerAgreement
{
    /// <summary>It is no classical music: its artists are those who play.</summary>
    NotAsked,

    /// <summary>They do.</summary>
    Same,

    /// <summary>One side names the composer alone, or a conductor where the other names an orchestra.</summary>
    Unsure,

    /// <summary>Others play: another recording.</summary>
    Different,

    /// <summary>Somebody else has composed it: another work.</summary>
    OtherComposer,
}
