namespace Spotter.Core.Targets;

/// <summary>What becomes of changes that somebody made to a target on the music server. Stored as text.</summary>
public enum EditPolicy
{
    /// <summary>The source wins: the target becomes its mirror again, and what was there is kept in the history.</summary>
    Mirror,

    /// <summary>Songs added on the server stay, where they were put, until they are taken out there; everything else follows the source.</summary>
    KeepAdded,
}
