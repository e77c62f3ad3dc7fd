using System.Text.Json;
using System.Text.Json.Serialization;

namespace Spotter.Core.Providers.ListenBrainz;

/// <summary>The used parts of ListenBrainz's answers. Playlists are JSPF with MusicBrainz extensions.</summary>
internal static class ListenBrainzPayloads
{
    internal sealed record TokenCheck
    {
        public bool Valid { get; init; }

        [JsonPropertyName("user_name")]
        public string? UserName { get; init; }
    }

    internal sealed record PlaylistPage
    {
        public required List<PlaylistEnvelope?> Playlists { get; init; }

        [JsonPropertyName("playlist_count")]
        public int? PlaylistCount { get; init; }
    }

    internal sealed record PlaylistEnvelope
    {
        public required Playlist Playlist { get; init; }
    }

    internal sealed record Playlist
    {
        public string? Title { get; init; }

        public string? Identifier { get; init; }

        public string? Annotation { get; init; }

        public string? Date { get; init; }

        public PlaylistExtensions? Extension { get; init; }

        public List<Track?>? Track { get; init; }
    }

    internal sealed record PlaylistExtensions
    {
        [JsonPropertyName("https://musicbrainz.org/doc/jspf#playlist")]
        public PlaylistExtension? MusicBrainz { get; init; }
    }

    internal sealed record PlaylistExtension
    {
        [JsonPropertyName("last_modified_at")]
        public string? LastModifiedAt { get; init; }

        [JsonPropertyName("additional_metadata")]
        public AdditionalMetadata? AdditionalMetadata { get; init; }
    }

    internal sealed record AdditionalMetadata
    {
        [JsonPropertyName("algorithm_metadata")]
        public AlgorithmMetadata? AlgorithmMetadata { get; init; }
    }

    internal sealed record AlgorithmMetadata
    {
        [JsonPropertyName("source_patch")]
        public string? SourcePatch { get; init; }
    }

    internal sealed record Track
    {
        public string? Title { get; init; }

        public string? Creator { get; init; }

        public string? Album { get; init; }

        /// <summary>Milliseconds: a number, in older answers a string.</summary>
        public JsonElement Duration { get; init; }

        /// <summary>The address of the recording: a string or a list of strings.</summary>
        public JsonElement Identifier { get; init; }

        public TrackExtensions? Extension { get; init; }
    }

    internal sealed record TrackExtensions
    {
        [JsonPropertyName("https://musicbrainz.org/doc/jspf#track")]
        public TrackExtension? MusicBrainz { get; init; }
    }

    internal sealed record TrackExtension
    {
        [JsonPropertyName("additional_metadata")]
        public TrackMetadata? AdditionalMetadata { get; init; }
    }

    internal sealed record TrackMetadata
    {
        public List<ArtistCredit?>? Artists { get; init; }
    }

    internal sealed record ArtistCredit
    {
        [JsonPropertyName("artist_credit_name")]
        public string? Name { get; init; }
    }
}
