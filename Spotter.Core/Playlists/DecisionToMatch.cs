namespace Spotter.Core.Playlists;

/// <summary>A track about which a user's decisions have changed, and whose rows are still to be matched with them. It is stored with the decisions and deleted with
/// the matches, so that no interruption in between loses it.</summary>
public sealed class DecisionToMatch
{
    /// <summary>The user.</summary>
    public int UserId { get; set; }

    /// <summary>The source track's key (<see cref="Matching.TrackKey"/>).</summary>
    public required string TrackKey { get; set; }
}
