using System.Text.Json.Serialization;

namespace Spotter.Core.Providers.Deezer;

/// <summary>The used parts of Deezer's answers. A refusal has a successful HTTP status and replaces the answer.</summary>
internal static class DeezerPayloads
{
    internal abstract record Answer
    {
        /// <summary>Set if the answer is a refusal.</summary>
        public Refusal? Error { get; init; }
    }

    internal sealed record Refusal
    {
        public int? Code { get; init; }
    }

    internal sealed record Playlist : Answer
    {
        public string? Title { get; init; }

        public string? Description { get; init; }

        [JsonPropertyName("nb_tracks")]
        public int? TrackCount { get; init; }

        /// <summary>Changes with the content.</summary>
        public string? Checksum { get; init; }

        [JsonPropertyName("picture_xl")]
        public string? LargestPicture { get; init; }

        [JsonPropertyName("picture_big")]
        public string? LargePicture { get; init; }
    }

    internal sealed record TrackPage : Answer
    {
        public List<Track?>? Data { get; init; }

        /// <summary>The number of rows, including rows that Deezer no longer has and does not return.</summary>
        public int? Total { get; init; }

        /// <summary>The address of the next page. Missing on the last page.</summary>
        public string? Next { get; init; }
    }

    internal sealed record Track
    {
        public long? Id { get; init; }

        /// <summary>The full title, including the version.</summary>
        public string? Title { get; init; }

        [JsonPropertyName("title_short")]
        public string? ShortTitle { get; init; }

        [JsonPropertyName("title_version")]
        public string? TitleVersion { get; init; }

        /// <summary>The recording's code. Not in every answer.</summary>
        public string? Isrc { get; init; }

        /// <summary>In seconds, 0 if unknown.</summary>
        public int? Duration { get; init; }

        /// <summary>The first artist.</summary>
        public Named? Artist { get; init; }

        /// <summary>All artists, including the first. Not in every answer.</summary>
        public List<Named?>? Contributors { get; init; }

        public Album? Album { get; init; }
    }

    internal sealed record Named
    {
        public string? Name { get; init; }
    }

    internal sealed record Album
    {
        public string? Title { get; init; }
    }
}
