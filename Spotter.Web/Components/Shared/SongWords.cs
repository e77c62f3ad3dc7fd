using Spotter.Core.Tracks;

namespace Spotter.Web.Components.Shared;

/// <summary>The words for a song beside its title, the same on every page.</summary>
public static class SongWords
{
    /// <summary>By whom and from what: "Ada · Album".</summary>
    public static string From(Song song) => string.IsNullOrEmpty(song.Album) ? song.Artist : $"{song.Artist} · {song.Album}";
}
