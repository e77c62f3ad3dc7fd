using System.Text.RegularExpressions;

namespace Spotter.Core.Formats.Text;

/// <summary>The folders above an audio file: tells the artist and the album from the mount points and collections above them.</summary>
internal static partial class FolderNames
{
    // The folders below these are disks or the users' homes.
    private static readonly HashSet<string> Roots = new(StringComparer.OrdinalIgnoreCase)
    {
        "mnt", "media", "home", "users", "volumes", "storage", "srv", "run", "export", "shares", "volume1", "volume2", "sdcard",
    };

    private static readonly HashSet<string> Collections = new(StringComparer.OrdinalIgnoreCase)
    {
        "music", "my music", "musik", "musique", "música", "musica", "muziek", "muzyka", "музыка", "音楽", "音乐", "音樂", "media", "audio", "mp3", "mp3s", "flac", "songs", "tracks",
        "itunes", "itunes media", "itunes music", "all_music", "downloads", "download", "desktop", "documents", "library", "artists", "albums", "data", "share", "0",
        "output", "encode-output", "encoded", "converted", "transcoded", "rips", "ripped", "cd rips", "export", "exports", "lossless", "lossy",
    };

    private static readonly HashSet<string> Nobody = new(StringComparer.OrdinalIgnoreCase)
    {
        "various artists", "various", "va", "v.a.", "compilations", "unknown artist", "soundtracks", "verschiedene interpreten", "artistes divers",
    };

    /// <summary>Whether a folder contains tracks by several artists.</summary>
    public static bool IsNobody(string name) => Nobody.Contains(name);

    /// <summary>The folders that may be an artist or an album, from the top.</summary>
    /// <param name="folders">All folders above the file.</param>
    /// <param name="isAbsolute">Whether the path begins at the root of a file system.</param>
    public static List<string> Telling(IReadOnlyList<string> folders, bool isAbsolute)
    {
        var telling = folders.Where(folder => folder is not ("." or ".." or "~") && folder is not [_, ':']).ToList();
        if (isAbsolute && telling.Count > 0 && Roots.Contains(telling[0]))
        {
            telling.RemoveRange(0, Math.Min(2, telling.Count));
        }

        while (telling.Count > 0 && Collections.Contains(telling[0]))
        {
            telling.RemoveAt(0);
        }

        // Further down, a collection begins at the last such folder: "Backup/Old disk/Music/Artist/Album".
        for (var i = telling.Count - 3; i >= 0; i--)
        {
            if (Collections.Contains(telling[i]))
            {
                telling.RemoveRange(0, i + 1);
                break;
            }
        }

        while (telling.Count > 0 && Disc().IsMatch(telling[^1]))
        {
            telling.RemoveAt(telling.Count - 1);
        }

        return telling;
    }

    /// <summary>An album without a leading year: "2018 - The Sacrament", "[2011] Apokalypsis". A name that is only a year stays.</summary>
    public static string WithoutYear(string name) => Year().Match(name) is { Success: true } year && year.Length < name.Length ? name[year.Length..] : name;

    /// <summary>An album without its audio quality: "Bossanova [16Bit-44.1kHz]".</summary>
    public static string WithoutQuality(string name) => Quality().Match(name) is { Success: true, Index: > 0 } quality ? name[..quality.Index].TrimEnd() : name;

    /// <summary>An artist without the word "discography".</summary>
    public static string WithoutDiscography(string name) => name.IndexOf("discography", StringComparison.OrdinalIgnoreCase) is > 0 and var at && name[..at].TrimEnd(' ', '-', '–', '(', '[') is { Length: > 0 } artist ? artist : name;

    [GeneratedRegex(@"^(?:cd|dvd|disc|disk|disque|disco)\s?[-_.#]?\s?[0-9]{1,2}(?![0-9]).{0,100}$", RegexOptions.IgnoreCase)]
    private static partial Regex Disc();

    [GeneratedRegex(@"\s*[\[(][^\[\]()]{0,60}?(?:[0-9][ -]?bit|khz|kbps|\bflac\b|\bmp3\b|\bm4a\b|\balac\b)[^\[\]()]{0,60}[\])]$", RegexOptions.IgnoreCase)]
    private static partial Regex Quality();

    [GeneratedRegex(@"^(?:(?:19|20)[0-9]{2}\s*[-–_]\s*|[\[(](?:19|20)[0-9]{2}[\])]\s*[-–]?\s*)(?=\S)")]
    private static partial Regex Year();
}
