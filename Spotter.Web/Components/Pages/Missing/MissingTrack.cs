namespace Spotter.Web.Components.Pages.Missing;

/// <summary>A track that at least one playlist wants and the library has not.</summary>
/// <param name="TrackId">One of its rows, for the fix dialog.</param>
/// <param name="Title">Its title.</param>
/// <param name="ArtistLine">Its artists.</param>
/// <param name="DurationMs">Its length, or null.</param>
/// <param name="Playlists">Names of the playlists that want it.</param>
public sealed record MissingTrack(long TrackId, string Title, string ArtistLine, int? DurationMs, IReadOnlyList<string> Playlists);
