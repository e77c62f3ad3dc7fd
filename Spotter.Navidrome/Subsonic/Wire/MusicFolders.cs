using System.Text.Json.Serialization;
using Spotter.Navidrome.Subsonic.Json;

namespace Spotter.Navidrome.Subsonic.Wire;

/// <summary>The answer of getMusicFolders: the libraries that the account may see.</summary>
internal sealed record MusicFolders
{
    [JsonConverter(typeof(OneOrManyConverter<MusicFolder>))]
    public IReadOnlyList<MusicFolder> MusicFolder { get; init; } = [];
}
