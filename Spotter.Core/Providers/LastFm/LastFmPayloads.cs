using System.Text.Json;
using System.Text.Json.Serialization;

namespace Spotter.Core.Providers.LastFm;

/// <summary>The used parts of Last.fm's answers. Numbers are strings there, and a list of one is sent as its only element.</summary>
internal static class LastFmPayloads
{
    internal sealed record Answer
    {
        /// <summary>Set if the answer is a refusal, whatever its HTTP status.</summary>
        public int? Error { get; init; }

        public string? Message { get; init; }

        public User? User { get; init; }

        public TrackList? LovedTracks { get; init; }

        public TrackList? TopTracks { get; init; }

        public TrackList? RecentTracks { get; init; }

        public TrackList? Tracks { get; init; }

        public TrackList? List => LovedTracks ?? TopTracks ?? RecentTracks ?? Tracks;
    }

    internal sealed record User
    {
        public string? Name { get; init; }
    }

    internal sealed record TrackList
    {
        /// <summary>A list, or the track itself if there is only one.</summary>
        public JsonElement Track { get; init; }

        [JsonPropertyName("@attr")]
        public Paging? Paging { get; init; }

        public IReadOnlyList<JsonElement> Rows => Track.ValueKind switch
        {
            JsonValueKind.Array => [.. Track.EnumerateArray().Where(row => row.ValueKind == JsonValueKind.Object)],
            JsonValueKind.Object => [Track],
            _ => [],
        };
    }

    internal sealed record Paging
    {
        [JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)]
        public int? TotalPages { get; init; }

        [JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)]
        public int? Total { get; init; }
    }
}
