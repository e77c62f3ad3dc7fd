using System.Text.Json.Serialization;
using Spotter.Navidrome.Subsonic.Json;

namespace Spotter.Navidrome.Subsonic.Wire;

/// <summary>The answer of search3. A part without hits is absent.</summary>
internal sealed record SearchResult
{
    [JsonConverter(typeof(OneOrManyConverter<Child>))]
    public IReadOnlyList<Child> Song { get; init; } = [];
}
