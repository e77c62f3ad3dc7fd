using Spotter.Core.Playlists;

namespace Spotter.Core.Sources;

/// <summary>Whose playlist is stored, where it comes from, and on whose behalf.</summary>
/// <param name="UserId">Whose.</param>
/// <param name="Source">The provider's kind.</param>
/// <param name="Trigger">Who asks.</param>
public sealed record PlaylistOrigin(int UserId, string Source, SyncTrigger Trigger)
{
    /// <summary>
    /// Whether something keeps the playlist current, so that it is followed wherever it goes: what a target would lose by that is held back by the rules of
    /// the sync. False for a user's import, which is approved before it is stored.
    /// </summary>
    public bool IsFollowed { get; init; }

    /// <summary>The connection that keeps it current, or null where it is none.</summary>
    public int? ConnectionId { get; init; }

    /// <summary>What a connection reads.</summary>
    public static PlaylistOrigin Of(SourceConnection connection, SyncTrigger trigger)
        => new(connection.UserId, connection.Kind, trigger) { IsFollowed = true, ConnectionId = connection.Id };
}
