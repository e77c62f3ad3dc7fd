using Spotter.Core.Formats.Text;


namespace Spotter.Core.Formats.Readers;

/// <summary>Splits "Artist - Title" or "Title - Artist". Either side may contain a dash itself: the path of the file decides if it can,
/// otherwise the first dash separates.</summary>
internal static class ArtistAndTitle
{
    // Names have few dashes. A line with thousands is not worth the comparisons.
    private const int MostDashes = 8;

    // Longer texts are not names, and each one is compared many times.
    private const int LongestName = 1_000;

    // Programs truncate long file names.
    private const int LeastOfCutName = 20;

    /// <summary>Splits "Artist - Title". A text without a dash is a title.</summary>
    public static (string? Artist, string Title) Split(string display, MediaPath? path) => Read(display, path).ArtistFirst;

    /// <summary>Splits the text in both orders, and tells which one the path supports.</summary>
    public static TwoSides Read(string display, MediaPath? path)
    {
        (string? Artist, string Title)? artistFirst = null, titleFirst = null;
        var (first, second) = (-1, -1);
        var dashes = 0;
        for (var i = 1; i + 2 < display.Length && dashes < MostDashes; i++)
        {
            if (display[i] is not ('-' or '–' or '—') || display[i - 1] != ' ' || display[i + 1] != ' ')
            {
                continue;
            }

            dashes++;
            var left = display[..i].Trim();
            var right = display[(i + 1)..].Trim();
            if (left.Length == 0 || right.Length == 0)
            {
                continue;
            }

            if (IsTitle(right, path) + IsArtist(left, path) is var agreed && agreed > first)
            {
                (artistFirst, first) = ((left, right), agreed);
            }

            // With several dashes the last one separates: titles contain dashes more often than names.
            if (IsTitle(left, path) + IsArtist(right, path) is var turned && turned >= second)
            {
                (titleFirst, second) = ((right, left), turned);
            }
        }

        return new(artistFirst ?? (null, display), titleFirst, Math.Sign(first - second));
    }

    /// <summary>The artist and title of an entry that is only a path.</summary>
    public static (string? Artist, string Title) OfFile(MediaPath path)
    {
        if (path.NamedArtist is { } named)
        {
            return (named, path.Title);
        }

        var (artist, title) = Split(path.Title, path);
        return (artist ?? (path.IsWellKept ? path.Artist : null), title);
    }

    /// <summary>Whether two names have the same letters and digits.</summary>
    public static bool AreSame(string? left, string? right)
        => left is { Length: <= LongestName } && right is { Length: <= LongestName } && HeaderName.Normalize(left) is { Length: > 0 } key && key == HeaderName.Normalize(right);

    private static int IsTitle(string name, MediaPath? path)
        => path is not null && (AreSame(name, path.Title) || EndsWithTitle(path.Title, name) || IsCut(path.Title, name)) ? 1 : 0;

    private static int IsArtist(string name, MediaPath? path)
        => path is not null && (AreSame(name, path.Artist) || AreSame(name, path.NamedArtist) || path.Folders.Any(folder => AreSame(name, folder)) || StartsWithArtist(path.Title, name)) ? 1 : 0;

    private static bool EndsWithTitle(string fileTitle, string name)
        => fileTitle.LastIndexOf(" - ", StringComparison.Ordinal) is > 0 and var dash && AreSame(fileTitle[(dash + 3)..], name);

    private static bool StartsWithArtist(string fileTitle, string name)
        => fileTitle.IndexOf(" - ", StringComparison.Ordinal) is > 0 and var dash && AreSame(fileTitle[..dash], name);

    private static bool IsCut(string fileTitle, string name)
        => fileTitle.Length >= LeastOfCutName && fileTitle.Length < name.Length && name.StartsWith(fileTitle, StringComparison.OrdinalIgnoreCase);
}
