using System.Text.Json;
using System.Text.Json.Serialization;

namespace Spotter.Core.Providers.MusicBrainz;

/// <summary>The used parts of the answers of MusicBrainz's web service (musicbrainz.org/doc/MusicBrainz_API/Examples).</summary>
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

        /// <summary>Only in searches: a number, in older answers a string.</summary>
        public JsonElement Score { get; init; }

        /// <summary>Strings; in older answers of a search, objects with an id.</summary>
        public List<JsonElement>? Isrcs { get; init; }

        public List<Alias?>? Aliases { get; init; }

        [JsonPropertyName("artist-credit")]
        public List<Credit?>? ArtistCredit { get; init; }
    }

    internal sealed record Credit
    {
        public string? Name { get; init; }

        /// <summary>The text after this credit: " &amp; ", " feat. ".</summary>
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
