namespace Spotter.Core.Matching;

/// <summary>What may be done with a match.</summary>
public enum MatchZone
{
    /// <summary>Sure enough to be written.</summary>
    Auto,

    /// <summary>Shown to the user with its candidates; not written.</summary>
    Review,

    /// <summary>Nothing in the library comes close: missing.</summary>
    None,
}
