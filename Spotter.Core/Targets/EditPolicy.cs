namespace Spotter.Core.Targets;

/// <summary>What happens to changes that somebody made to a target on the music server. Stored as text.</summary>
public enum EditPolicy
{
    /// <summary>The source wins: the target mirrors it again, and the previous content is kept in the history.</summary>
    Mirror,

    /// <summary>Songs added on the server stay at their place until they are removed there. Everything else follows the source.</summary>
    KeepAdded,
}
