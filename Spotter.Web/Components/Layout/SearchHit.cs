namespace Spotter.Web.Components.Layout;

/// <summary>One line of the search.</summary>
/// <param name="Title">Playlist or song.</param>
/// <param name="Detail">What more there is to say.</param>
/// <param name="Image">A cover id, or null.</param>
/// <param name="Url">Where it leads, or null: a song in none of the user's playlists.</param>
/// <param name="IsSong">A song of the library; else a playlist.</param>
public sealed record SearchHit(string Title, string Detail, string? Image, string? Url, bool IsSong);
