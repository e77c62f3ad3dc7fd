using System.Text.Json.Serialization;
using Spotter.Navidrome.Subsonic.Json;

namespace Spotter.Navidrome.Subsonic.Wire;

/// <summary>The answer of getPlaylists.</summary>
internal sealed record Playlists
{
    [JsonConverter(typeof(OneOrManyConverter<WirePlaylist>))]
    public IReadOnlyList<WirePlaylist> Playlist { get; init; } = [];
}
