namespace Spotter.Core.Formats.Text;

/// <summary>What the path of a sound file tells of the track: well-kept libraries lie as "Artist/Album/NN - Title.ext".</summary>
internal sealed record MediaPath
{
    // Players and libraries use none that is longer ("flac", "opus", "aiff", "m4a").
    private const int LongestExtension = 4;

    /// <summary>The path as the playlist names it, without the wrapping of a file address.</summary>
    public required string Location { get; init; }

    /// <summary>The file's name without track number and extension.</summary>
    public required string Title { get; init; }

    /// <summary>The folder above the album's, or null.</summary>
    public string? Artist { get; init; }

    /// <summary>The folder, or null.</summary>
    public string? Album { get; init; }

    /// <summary>Whether the file is numbered and lies two folders deep, so that the folders are likely artist and album.</summary>
    public bool IsWellKept { get; init; }

    /// <summary>As <see cref="Parse"/>, for formats whose paths are addresses too: "Low%20Tide" is a folder with a blank.</summary>
    public static MediaPath? ParseAddress(string? address)
        => Parse(address is not null && !IsAbsoluteAddress(address) ? Uri.UnescapeDataString(address) : address);

    /// <summary>Takes a path or address apart; null where it names no file, or one on the web, whose address may carry a password.</summary>
    public static MediaPath? Parse(string? location)
    {
        var path = FieldText.Clean(location);
        if (IsAbsoluteAddress(path))
        {
            if (!Uri.TryCreate(path, UriKind.Absolute, out var uri) || !uri.IsFile)
            {
                return null;
            }

            path = FieldText.Clean(uri.LocalPath);
        }

        var parts = path.Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (parts.Length == 0)
        {
            return null;
        }

        var stem = WithoutExtension(parts[^1]);
        var title = WithoutNumber(stem);
        return title.Length == 0 ? null : new MediaPath
        {
            Location = path,
            Title = title,
            Artist = parts.Length > 2 ? parts[^3] : null,
            Album = parts.Length > 2 ? parts[^2] : null,
            IsWellKept = parts.Length > 2 && title.Length < stem.Length,
        };
    }

    private static bool IsAbsoluteAddress(string path)
        => path.Contains("://", StringComparison.Ordinal) || path.StartsWith("file:", StringComparison.OrdinalIgnoreCase);

    private static string WithoutExtension(string name)
    {
        var dot = name.LastIndexOf('.');
        return dot > 0 && name.Length - dot - 1 is > 0 and <= LongestExtension && name.AsSpan(dot + 1).IndexOf(' ') < 0 ? name[..dot] : name;
    }

    /// <summary>Drops "03 - ", "03. ", "1-03 " and "03 ", but no number that may be part of the title ("99 Luftballons", "1979").</summary>
    private static string WithoutNumber(string stem)
    {
        var at = 0;
        while (at < stem.Length && (char.IsAsciiDigit(stem[at]) || (stem[at] == '-' && at + 1 < stem.Length && char.IsAsciiDigit(stem[at + 1]))))
        {
            at++;
        }

        if (at is 0 or > 6 || at == stem.Length)
        {
            return stem;
        }

        var rest = stem[at..].TrimStart(' ', '.', '_', '-', '–');
        var separated = stem[at] is '.' or '_' or '-' || stem[at..].TrimStart() is ['-' or '–' or '.', ..];
        return rest.Length > 0 && (separated || stem[0] == '0' || stem.AsSpan(0, at).Contains('-')) ? rest : stem;
    }
}
