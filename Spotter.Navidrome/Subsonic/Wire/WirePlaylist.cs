using System.Text.Json.Serialization;
using Spotter.Navidrome.Subsonic.Json;

namespace Spotter.Navidrome.Subsonic.Wire;

/// <summary>A playlist, with its entries if it was read alone.</summary>
internal sealed record WirePlaylist
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    public string? Comment { get; init; }

    public string? Owner { get; init; }

    public bool Public { get; init; }

    /// <summary>Absent on servers without the field.</summary>
    public bool? Readonly { get; init; }

    public long? SongCount { get; init; }

    public long? Duration { get; init; }

    public DateTimeOffset? Changed { get; init; }

    public string? CoverArt { get; init; }

    [JsonConverter(typeof(OneOrManyConverter<Child>))]
    public IReadOnlyList<Child> Entry { get; init; } = [];
}
