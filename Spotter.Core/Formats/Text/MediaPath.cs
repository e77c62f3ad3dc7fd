namespace Spotter.Core.Formats.Text;

/// <summary>What the path of an audio file reveals about its track: well-kept libraries are organised as "Artist/Album/NN - Title.ext".</summary>
internal sealed record MediaPath
{
    // Players and libraries use no longer ones ("flac", "opus", "aiff", "m4a").
    private const int LongestExtension = 4;

    private static readonly HashSet<string> SoundExtensions = new(StringComparer.OrdinalIgnoreCase)
    {
        "mp3", "flac", "ogg", "oga", "opus", "m4a", "m4b", "m4p", "mp4", "aac", "wav", "wma", "aif", "aiff", "ape", "wv", "mpc", "alac", "dsf", "dff", "mka", "mp2", "tta", "spx", "weba",
    };

    /// <summary>The path from the playlist. For a URI, only its decoded path, without host and user.</summary>
    public required string Location { get; init; }

    /// <summary>The file name without track number and extension: the title, or "Artist - Title".</summary>
    public required string Title { get; init; }

    /// <summary>The artist, if the file name contains it for certain. Otherwise null.</summary>
    public string? NamedArtist { get; init; }

    /// <summary>The folder above the album's, or null. Mount points, homes and a folder "Music" do not count.</summary>
    public string? Artist { get; init; }

    /// <summary>The folder of the album, or null. Folders of single discs do not count.</summary>
    public string? Album { get; init; }

    /// <summary>Every folder that may be an artist or an album.</summary>
    public IReadOnlyList<string> Folders { get; init; } = [];

    /// <summary>Whether the file has a track number and its folders name an artist, so that they are likely artist and album.</summary>
    public bool IsWellKept { get; init; }

    /// <summary>Whether the extension is that of an audio file.</summary>
    public static bool IsSound(string path)
    {
        var end = path.AsSpan().IndexOfAny('?', '#') is >= 0 and var query && path.Contains("://", StringComparison.Ordinal) ? query : path.Length;
        var dot = path.AsSpan(0, end).LastIndexOf('.');
        return dot >= 0 && SoundExtensions.GetAlternateLookup<ReadOnlySpan<char>>().Contains(path.AsSpan(0, end)[(dot + 1)..].TrimEnd());
    }

    /// <summary>Like <see cref="Parse"/>, for formats whose relative paths are percent-encoded: "Low%20Tide" is a folder with a space.</summary>
    public static MediaPath? ParseAddress(string? address)
        => Parse(address is not null && !IsAbsoluteAddress(address) ? Uri.UnescapeDataString(address) : address);

    /// <summary>The path to store, or null if it is empty. Of a URI only the path is kept: the rest may contain a password.</summary>
    public static string? LocationOf(string? location)
        => FieldText.CleanOrNull(location) is { } path && IsAbsoluteAddress(path) ? Parse(path)?.Location : FieldText.CleanOrNull(location);

    /// <summary>Parses a path or URI. Null if it names no file. Of a URI only the path is kept: the rest may contain a password.</summary>
    public static MediaPath? Parse(string? location)
    {
        var path = FieldText.Clean(location);
        var isAbsolute = path is ['/', ..];
        var hidden = 0;
        if (IsAbsoluteAddress(path))
        {
            if (!Uri.TryCreate(path, UriKind.Absolute, out var uri) || (!uri.IsFile && !IsSound(path)))
            {
                return null;
            }

            path = FieldText.Clean(Uri.UnescapeDataString(uri.AbsolutePath));
            // The path of a file URI on Windows: "/C:/Music".
            path = path is ['/', _, ':', ..] ? path[1..] : path;
            isAbsolute = uri.IsFile && uri.Host is "" or "localhost";
            // On another machine, the first folder is the name of the share.
            hidden = isAbsolute ? 0 : 1;
        }
        else if (path.StartsWith(@"\\", StringComparison.Ordinal) || path.StartsWith("//", StringComparison.Ordinal))
        {
            hidden = 2;
        }

        var parts = path.Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (parts.Length == 0)
        {
            return null;
        }

        var stem = FileStem.Of(WithoutExtension(parts[^1]));
        return stem.Text.Length == 0 ? null : Of(path, stem, FolderNames.Telling(parts[Math.Min(hidden, parts.Length - 1)..^1], isAbsolute));
    }

    private static MediaPath Of(string path, FileStem stem, List<string> folders)
    {
        var (artist, album) = folders.Count > 1 ? (FolderNames.WithoutDiscography(folders[^2]), FolderNames.WithoutYear(folders[^1]))
            : folders.Count == 1 ? Both(FolderNames.WithoutYear(folders[0])) : ((string?)null, (string?)null);
        var isWellKept = folders.Count > 0 && artist is not null && stem.IsNumbered;
        artist = artist is not null && FolderNames.IsNobody(artist) ? null : artist;
        var named = stem.Artist;
        var title = stem.Text;
        // "Primal Scream-Some Velvet Morning": a hyphen counts as a dash if the text before it is the artist's folder.
        if (named is null && artist is not null && title.Length > artist.Length + 1 && title.StartsWith(artist, StringComparison.OrdinalIgnoreCase) && title[artist.Length] is '-' or '–' or '_')
        {
            (named, title) = (artist, title[(artist.Length + 1)..].TrimStart());
        }

        return new MediaPath
        {
            Location = path,
            Title = title.Length > 0 ? title : stem.Text,
            NamedArtist = named,
            Artist = artist,
            Album = (stem.Album ?? album) is { } onDisk ? FolderNames.WithoutQuality(onDisk) : null,
            Folders = folders,
            IsWellKept = isWellKept && artist is not null,
        };
    }

    /// <summary>A single folder with both names: "(1990) Artist - Album [16Bit]".</summary>
    private static (string? Artist, string? Album) Both(string folder)
    {
        var dash = folder.IndexOf(" - ", StringComparison.Ordinal);
        return dash > 0 && dash + 3 < folder.Length ? (folder[..dash].Trim(), FolderNames.WithoutYear(folder[(dash + 3)..].Trim())) : (null, null);
    }

    private static bool IsAbsoluteAddress(string path)
        => path.Contains("://", StringComparison.Ordinal) || path.StartsWith("file:", StringComparison.OrdinalIgnoreCase);

    private static string WithoutExtension(string name)
    {
        var dot = name.LastIndexOf('.');
        return dot > 0 && name.Length - dot - 1 is > 0 and <= LongestExtension && name.AsSpan(dot + 1).IndexOf(' ') < 0 ? name[..dot] : name;
    }
}
