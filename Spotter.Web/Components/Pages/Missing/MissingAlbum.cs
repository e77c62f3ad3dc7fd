namespace Spotter.Web.Components.Pages.Missing;

/// <summary>The missing tracks of one album, or of one artist where no album is named.</summary>
/// <param name="Name">The album, or null.</param>
/// <param name="Artist">Whose.</param>
/// <param name="PlaylistCount">How many playlists want something of it.</param>
/// <param name="Tracks">The tracks, most wanted first.</param>
public sealed record MissingAlbum(string? Name, string Artist, int PlaylistCount, IReadOnlyList<MissingTrack> Tracks);
