using System.Globalization;
using System.Text.RegularExpressions;

namespace Spotter.Navidrome.Demo;

/// <summary>Creates ids of songs, albums and playlists in a server's form.</summary>
internal sealed partial class DemoIdMaker(DemoIdShape shape)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly HashSet<string> _made = new(StringComparer.Ordinal);

    /// <summary>The id of a song. An id that already has the form is kept, and on Navidrome also one that is not ours.</summary>
    public string Song(string id) => shape switch
    {
        DemoIdShape.Random when IsCanonical(id) => Random(id),
        DemoIdShape.HashAndUuid when IsCanonical(id) => DemoIds.HashFor("song", id),
        DemoIdShape.Uuid when !Guid.TryParse(id, out _) => DemoIds.UuidFor("song", id),
        DemoIdShape.Numbered when !Numbered().IsMatch(id) => Number("tr", id),
        _ => id,
    };

    /// <summary>The id of an album or an artist.</summary>
    public string Album(string kind, params ReadOnlySpan<string> names)
    {
        var id = DemoIds.For([kind, .. names]);
        return shape switch
        {
            DemoIdShape.Uuid => DemoIds.UuidFor(kind, id),
            DemoIdShape.Numbered => Number(kind == "album" ? "al" : "ar", id),
            DemoIdShape.HashAndUuid => DemoIds.HashFor(kind, id),
            _ => id,
        };
    }

    /// <summary>The id of a new playlist.</summary>
    public string Playlist()
    {
        var name = DemoIds.Unique();
        return shape switch
        {
            DemoIdShape.Random => DemoIds.RandomFor("playlist", name),
            DemoIdShape.HashAndUuid or DemoIdShape.Uuid => DemoIds.UuidFor("playlist", name),
            DemoIdShape.Numbered => "pl-" + name,
            _ => DemoIds.For("playlist", name),
        };
    }

    /// <summary>Whether the server can parse it as an id at all.</summary>
    public bool IsWellFormed(string id) => shape switch
    {
        DemoIdShape.Uuid => Guid.TryParse(id, out _),
        DemoIdShape.Numbered => Numbered().IsMatch(id),
        _ => true,
    };

    private static bool IsCanonical(string id) => id.Length == 22 && id.All(char.IsAsciiLetterOrDigit);

    /// <summary>The result has the same form as its input, so results must be remembered.</summary>
    private string Random(string id)
    {
        lock (_gate)
        {
            var made = _made.Contains(id) ? id : DemoIds.RandomFor("song", id);
            _made.Add(made);
            return made;
        }
    }

    private string Number(string kind, string id)
    {
        lock (_gate)
        {
            var key = kind + id;
            if (!_numbers.TryGetValue(key, out var number))
            {
                _numbers[key] = number = _numbers.Count + 1;
            }

            return string.Create(CultureInfo.InvariantCulture, $"{kind}-{number}");
        }
    }

    [GeneratedRegex("^(tr|al|ar|pl)-[0-9a-f]+$")]
    private static partial Regex Numbered();
}
