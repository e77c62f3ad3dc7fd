using System.Text;
using System.Text.RegularExpressions;
using Spotter.Core.Providers;
using Spotter.Navidrome.Subsonic;

namespace Spotter.Navidrome.Demo;

/// <summary>The covers of the embedded server: uploaded ones, and drawn ones for everything else with a picture.</summary>
internal sealed partial class DemoCoverMethods(DemoWorld world)
{
    /// <summary>Navidrome's placeholder for a missing picture: one grey pixel.</summary>
    private static readonly byte[] Placeholder = Convert.FromBase64String("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA");

    /// <summary>The picture. Null if the id is unknown, or if there is no picture and the server does not make one up.</summary>
    public (string ContentType, byte[] Bytes)? Find(string id, int size)
    {
        if (id.Length == 0)
        {
            return MadeUp();
        }

        if (Parts().Match(id) is not { Success: true } match)
        {
            return null;
        }

        var thing = match.Groups["id"].Value;
        return match.Groups["kind"].Value switch
        {
            "pl" => OfPlaylist(thing, size),
            "al" or "dc" => OfAlbum(thing, size),
            // An artist's picture.
            _ => Drawn(id, size),
        };
    }

    /// <summary>The answer if there is no picture.</summary>
    public DemoException Refusal(string id) => world.Profile.Family switch
    {
        DemoFamily.Gonic when id.StartsWith("pl-", StringComparison.Ordinal) => new DemoException(SubsonicErrorCode.NotFound, $"playlist with id {id} not found"),
        DemoFamily.Gonic when !world.Ids.IsWellFormed(id) => new DemoException(SubsonicErrorCode.MissingParameter, "please provide an `id` parameter"),
        DemoFamily.Supysonic when id.Length == 0 => DemoException.Missing("id"),
        _ => DemoException.NotFound("Artwork"),
    };

    private (string ContentType, byte[] Bytes)? OfPlaylist(string id, int size)
        => world.Playlists.Find(id) is not { } playlist ? null
            : playlist.Image is { } image ? (ImageTypes.Of(image) ?? "application/octet-stream", image)
            : world.Profile.Covers != DemoCoverIds.None && DemoNodes.HasCover(playlist, world) ? Drawn("pl-" + id, size)
            : MadeUp();

    private (string ContentType, byte[] Bytes)? OfAlbum(string id, int size)
    {
        var album = world.Library.Albums.FirstOrDefault(album => album.Songs.Any(song => DemoNodes.AlbumId(song, world) == AlbumIdOf(id)));
        return album is null ? null : album.Songs.Any(song => song.HasCover) ? Drawn("al-" + AlbumIdOf(id), size) : MadeUp();
    }

    /// <summary>gonic's ids include their kind.</summary>
    private string AlbumIdOf(string id) => world.Profile.Family == DemoFamily.Gonic ? "al-" + id.Replace("al-", "", StringComparison.Ordinal) : id;

    private (string ContentType, byte[] Bytes)? MadeUp() => world.Profile.Family == DemoFamily.Navidrome ? ("image/webp", Placeholder) : null;

    private static (string ContentType, byte[] Bytes) Drawn(string id, int size) => ("image/svg+xml", Encoding.UTF8.GetBytes(DemoCovers.Draw(id, size)));

    [GeneratedRegex("^(?<kind>pl|al|dc|ar)-(?<id>[^:_]+)(:[0-9]+)?(_[0-9a-f]+)?$")]
    private static partial Regex Parts();
}
