using System.Text.Json.Serialization;
using Spotter.Navidrome.Subsonic.Json;

namespace Spotter.Navidrome.Subsonic.Wire;

/// <summary>The answer of getGenres.</summary>
internal sealed record Genres
{
    [JsonConverter(typeof(OneOrManyConverter<WireGenre>))]
    public IReadOnlyList<WireGenre> Genre { get; init; } = [];
}
