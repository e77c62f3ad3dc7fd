namespace Spotter.Core.Matching;

/// <summary>What is written without asking although the source names something else: doubts that the user has settled for a whole playlist.
/// Each lifts one doubt and no other.</summary>
[Flags]
public enum MatchAllowances
{
    /// <summary>Nothing: every doubt waits for the user.</summary>
    None = 0,

    /// <summary>A radio edit for the full song, and the full song for a radio edit.</summary>
    RadioEdit = 1 << 0,

    /// <summary>Any other version: live, acoustic, a remix. Includes <see cref="RadioEdit"/>.</summary>
    OtherVersion = 1 << 1,

    /// <summary>The same version in another length, as remasters and other pressings have.</summary>
    OtherLength = 1 << 2,
}
