namespace Spotter.Core.Events;

/// <summary>Playlists came or went: an import, a read of the server's own playlists, a removal.</summary>
/// <param name="UserId">Whose.</param>
public sealed record PlaylistListChanged(int UserId) : IUserEvent;
