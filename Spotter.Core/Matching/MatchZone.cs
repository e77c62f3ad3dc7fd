namespace Spotter.Core.Matching;

/// <summary>What may be done with a match.</summary>
public enum MatchZone
{
    /// <summary>Certain enough to be written.</summary>
    Auto,

    /// <summary>Shown to the user with its candidates, and not written.</summary>
    Review,

    /// <summary>Missing: nothing in the library is similar.</summary>
    None,
}
