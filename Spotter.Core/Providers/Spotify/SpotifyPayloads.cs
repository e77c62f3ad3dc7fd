using System.Text.Json.Serialization;

namespace Spotter.Core.Providers.Spotify;

/// <summary>The used parts of Spotify's answers. Fields that were renamed in 2026 are read under both names.</summary>
internal static class SpotifyPayloads
{
    internal sealed class Tokens
    {
        [JsonPropertyName("access_token")]
        public required string AccessToken { get; init; }

        /// <summary>The next refresh token. If it is missing, the current one stays valid.</summary>
        [JsonPropertyName("refresh_token")]
        public string? RefreshToken { get; init; }

        [JsonPropertyName("expires_in")]
        public int ExpiresIn { get; init; }
    }

    internal sealed record Refusal(string? Error);

    internal sealed record User
    {
        public required string Id { get; init; }

        [JsonPropertyName("display_name")]
        public string? DisplayName { get; init; }
    }

    internal sealed record Page<T>
    {
        public required List<T?> Items { get; init; }

        public required int Total { get; init; }
    }

    internal sealed record Playlist
    {
        public required string Id { get; init; }

        public string? Name { get; init; }

        public string? Description { get; init; }

        public bool Collaborative { get; init; }

        public User? Owner { get; init; }

        [JsonPropertyName("snapshot_id")]
        public string? SnapshotId { get; init; }

        /// <summary>The number of tracks, since February 2026.</summary>
        public Count? Items { get; init; }

        /// <summary>The number of tracks before that.</summary>
        public Count? Tracks { get; init; }
    }

    internal sealed record Count
    {
        public int? Total { get; init; }
    }

    internal sealed record Entry
    {
        [JsonPropertyName("added_at")]
        public string? AddedAt { get; init; }

        [JsonPropertyName("is_local")]
        public bool IsLocal { get; init; }

        /// <summary>The track, since February 2026. Null if Spotify has removed it.</summary>
        public Track? Item { get; init; }

        /// <summary>The track before that, and among liked songs.</summary>
        public Track? Track { get; init; }
    }

    internal sealed record Track
    {
        public string? Type { get; init; }

        public string? Uri { get; init; }

        public string? Name { get; init; }

        [JsonPropertyName("duration_ms")]
        public long? DurationMs { get; init; }

        public List<Named?>? Artists { get; init; }

        public Named? Album { get; init; }

        [JsonPropertyName("external_ids")]
        public ExternalIds? ExternalIds { get; init; }
    }

    internal sealed record Named
    {
        public string? Name { get; init; }
    }

    internal sealed record ExternalIds
    {
        public string? Isrc { get; init; }
    }
}
