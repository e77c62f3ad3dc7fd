using System.Text.Json.Serialization;
using Spotter.Navidrome.Subsonic.Json;

namespace Spotter.Navidrome.Subsonic.Wire;

/// <summary>The answer of getAlbum, of which only the songs are used.</summary>
internal sealed record WireAlbum
{
    [JsonConverter(typeof(OneOrManyConverter<Child>))]
    public IReadOnlyList<Child> Song { get; init; } = [];
}
