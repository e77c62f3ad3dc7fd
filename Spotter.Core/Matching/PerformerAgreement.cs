namespace Spotter.Core.Matching;

/// <summary>Whether the same people perform a piece of classical music.</summary>
internal enum PerformerAgreement
{
    /// <summary>It is not classical music: the artists are the performers.</summary>
    NotAsked,

    /// <summary>The same people perform.</summary>
    Same,

    /// <summary>One side names only the composer, or a conductor while the other names an orchestra.</summary>
    Unsure,

    /// <summary>Different performers: another recording.</summary>
    Different,

    /// <summary>A different composer: another work.</summary>
    OtherComposer,
}
