using System.Text.Json.Serialization;

namespace Spotter.Core.Providers.Deezer;

/// <summary>The answers of Deezer, as far as they are used. A refusal comes with a good HTTP status, in the place of the answer.</summary>
internal static class DeezerPayloads
{
    internal abstract record Answer
    {
        /// <summary>Set where the answer is a refusal.</summary>
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

        /// <summary>Moves with the content.</summary>
        public string? Checksum { get; init; }

        [JsonPropertyName("picture_xl")]
        public string? LargestPicture { get; init; }

        [JsonPropertyName("picture_big")]
        public string? LargePicture { get; init; }
    }

    internal sealed record TrackPage : Answer
    {
        public List<Track?>? Data { get; init; }

        /// <summary>How many rows there are; those that Deezer no longer has are counted and not given.</summary>
        public int? Total { get; init; }

        /// <summary>The address of the next page; missing on the last.</summary>
        public string? Next { get; init; }
    }

    internal sealed record Track
    {
        public long? Id { get; init; }

        /// <summary>The whole title, the version included.</summary>
        public string? Title { get; init; }

        [JsonPropertyName("title_short")]
        public string? ShortTitle { get; init; }

        [JsonPropertyName("title_version")]
        public string? TitleVersion { get; init; }

        /// <summary>The recording's code; not in every answer.</summary>
        public string? Isrc { get; init; }

        /// <summary>In seconds; 0 where unknown.</summary>
        public int? Duration { get; init; }

        /// <summary>The first artist.</summary>
        public Named? Artist { get; init; }

        /// <summary>All artists, the first included; not in every answer.</summary>
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
