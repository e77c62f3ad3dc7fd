using Spotter.Core.Tracks;

namespace Spotter.Web.Api;

/// <summary>The song of a decision. The id is empty if the library did not have the song when the decision was imported.</summary>
public sealed record DecisionSongResource(string Id, string Title, string Artist, string? Album, int? DurationMs)
{
    public static DecisionSongResource Of(Song song) => new(song.Id, song.Title, song.Artist, song.Album, song.DurationMs);
}
