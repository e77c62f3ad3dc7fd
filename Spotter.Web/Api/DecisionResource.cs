using Spotter.Core.Matching;
using Spotter.Core.Sync.Decisions;

namespace Spotter.Web.Api;

/// <summary>A decision about a match: a track, and the song that it is or is not.</summary>
public sealed record DecisionResource(
    int Id,
    PinKind Kind,
    DateTimeOffset DecidedAt,
    string Title,
    IReadOnlyList<string> Artists,
    string? Album,
    int? DurationMs,
    DecisionSongResource? Song,
    IReadOnlyList<DecisionPlaylistResource> Playlists)
{
    public static DecisionResource Of(Decision decision) => new(
        decision.Id,
        decision.Kind,
        decision.DecidedAt,
        decision.Track.Title,
        decision.Track.Artists,
        decision.Track.Album,
        decision.Track.DurationMs,
        decision.Song is { } song ? DecisionSongResource.Of(song) : null,
        [.. decision.Places.Select(place => new DecisionPlaylistResource(place.PlaylistId, place.Name))]);
}
