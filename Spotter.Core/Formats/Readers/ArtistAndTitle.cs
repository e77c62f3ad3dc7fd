using Spotter.Core.Formats.Text;


namespace Spotter.Core.Formats.Readers;

/// <summary>Takes "Artist - Title" apart. Either side may hold a dash of its own: the file's path decides where it can, else the first dash.</summary>
internal static class ArtistAndTitle
{
    // Names have few dashes; a line made of thousands is not worth the comparisons.
    private const int MostDashes = 8;

    public static (string? Artist, string Title) Split(string display, MediaPath? path)
    {
        (string? Artist, string Title)? best = null;
        var bestScore = -1;
        var dashes = 0;
        for (var i = 1; i + 2 < display.Length && dashes < MostDashes; i++)
        {
            if (display[i] is not ('-' or '–' or '—') || display[i - 1] != ' ' || display[i + 1] != ' ')
            {
                continue;
            }

            dashes++;
            var artist = display[..i].Trim();
            var title = display[(i + 1)..].Trim();
            if (artist.Length == 0 || title.Length == 0)
            {
                continue;
            }

            var score = Agree(title, path?.Title) + Agree(artist, path?.Artist);
            if (score > bestScore)
            {
                (best, bestScore) = ((artist, title), score);
            }
        }

        return best ?? (null, display);
    }

    /// <summary>Whether two names are the same letters and digits.</summary>
    public static bool AreSame(string? left, string? right)
        => left is not null && right is not null && HeaderName.Normalize(left) is { Length: > 0 } key && key == HeaderName.Normalize(right);

    private static int Agree(string name, string? evidence) => AreSame(name, evidence) ? 1 : 0;
}
