namespace Spotter.Core.Events;

/// <summary>Playlists were added or removed: by an import, a read of the server's own playlists, or a removal.</summary>
public sealed record PlaylistListChanged(int UserId) : IUserEvent;
