using Spotter.Core.Playlists;

namespace Spotter.Core.Sources;

/// <summary>The owner of a stored playlist, where it comes from, and who asked.</summary>
/// <param name="UserId">The owner.</param>
/// <param name="Source">The provider's kind.</param>
/// <param name="Trigger">Who asks.</param>
public sealed record PlaylistOrigin(int UserId, string Source, SyncTrigger Trigger)
{
    /// <summary>
    /// Whether something keeps the playlist current, so that every change of the source is stored: the safety rules of the sync protect the
    /// target. False for a user's import, which is approved before it is stored.
    /// </summary>
    public bool IsFollowed { get; init; }

    /// <summary>The connection that keeps it current, or null if it is not a connection.</summary>
    public int? ConnectionId { get; init; }

    /// <summary>The origin of playlists that a connection reads.</summary>
    public static PlaylistOrigin Of(SourceConnection connection, SyncTrigger trigger)
        => new(connection.UserId, connection.Kind, trigger) { IsFollowed = true, ConnectionId = connection.Id };
}
