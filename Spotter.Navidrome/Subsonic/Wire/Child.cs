using System.Text.Json.Serialization;
using Spotter.Navidrome.Subsonic.Json;

namespace Spotter.Navidrome.Subsonic.Wire;

/// <summary>A song, in the protocol's terms. Everything but the id may be absent.</summary>
internal sealed record Child
{
    public string? Id { get; init; }

    public bool IsDir { get; init; }

    public bool IsVideo { get; init; }

    public string? Title { get; init; }

    public string? Album { get; init; }

    public string? AlbumId { get; init; }

    public string? Artist { get; init; }

    public string? DisplayArtist { get; init; }

    public string? DisplayAlbumArtist { get; init; }

    [JsonConverter(typeof(OneOrManyConverter<ArtistReference>))]
    public IReadOnlyList<ArtistReference>? Artists { get; init; }

    public string? CoverArt { get; init; }

    public long? Duration { get; init; }

    public long? Track { get; init; }

    public long? DiscNumber { get; init; }

    public long? Year { get; init; }

    public long? BitRate { get; init; }

    public string? Suffix { get; init; }

    public string? Path { get; init; }

    public DateTimeOffset? Starred { get; init; }

    /// <summary>The recording id. Empty on servers that have the field but no value.</summary>
    public string? MusicBrainzId { get; init; }

    /// <summary>Raw tag texts, each of which may contain several codes. Absent on servers without the field.</summary>
    [JsonConverter(typeof(OneOrManyConverter<string>))]
    public IReadOnlyList<string>? Isrc { get; init; }
}
