using System.Text.Json;
using System.Text.Json.Serialization;

namespace Spotter.Core.Providers.MusicBrainz;

/// <summary>The answers of MusicBrainz' web service, as far as they are used (musicbrainz.org/doc/MusicBrainz_API/Examples).</summary>
internal static class MusicBrainzPayloads
{
    internal sealed record IsrcAnswer
    {
        public required List<Recording?> Recordings { get; init; }
    }

    internal sealed record SearchAnswer
    {
        public required List<Recording?> Recordings { get; init; }
    }

    internal sealed record Recording
    {
        public required string Id { get; init; }

        public required string Title { get; init; }

        public string? Disambiguation { get; init; }

        /// <summary>Milliseconds.</summary>
        public double? Length { get; init; }

        public bool? Video { get; init; }

        /// <summary>Of a search: a number, and in older answers a text.</summary>
        public JsonElement Score { get; init; }

        /// <summary>Texts; in older answers of a search objects with an id.</summary>
        public List<JsonElement>? Isrcs { get; init; }

        public List<Alias?>? Aliases { get; init; }

        [JsonPropertyName("artist-credit")]
        public List<Credit?>? ArtistCredit { get; init; }
    }

    internal sealed record Credit
    {
        public string? Name { get; init; }

        /// <summary>What stands behind it: " &amp; ", " feat. ".</summary>
        public string? Joinphrase { get; init; }

        public Artist? Artist { get; init; }
    }

    internal sealed record Artist
    {
        public required string Id { get; init; }

        public required string Name { get; init; }

        [JsonPropertyName("sort-name")]
        public string? SortName { get; init; }

        public List<Alias?>? Aliases { get; init; }
    }

    internal sealed record Alias
    {
        public string? Name { get; init; }

        /// <summary>"Artist name", "Recording name", "Legal name", "Search hint", or null.</summary>
        public string? Type { get; init; }
    }
}
