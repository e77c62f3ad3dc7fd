namespace Spotter.Web.Components.Pages.Missing;

/// <summary>The missing tracks of one album, or of one artist if their album is unknown.</summary>
/// <param name="Name">The album, or null.</param>
/// <param name="Artist">The album's artist.</param>
/// <param name="PlaylistCount">How many playlists want any of its tracks.</param>
/// <param name="Tracks">The tracks, most wanted first.</param>
public sealed record MissingAlbum(string? Name, string Artist, int PlaylistCount, IReadOnlyList<MissingTrack> Tracks);
