using System.Text.RegularExpressions;

namespace Spotter.Core.Formats.Text;

/// <summary>The name of an audio file without its extension, split into parts: "01.01 - Artist - Title", "Artist - 2000 Album - 04 -
/// Title".</summary>
/// <param name="Text">The title, or "Artist - Title", without numbers.</param>
/// <param name="IsNumbered">Whether the name had a track number. A year in brackets at its start counts too.</param>
internal readonly partial record struct FileStem(string Text, bool IsNumbered)
{
    private const int MostPieces = 8;

    /// <summary>The artist, if the name has a track number after it. Otherwise null.</summary>
    public string? Artist { get; private init; }

    /// <summary>The album between the artist and the track number, or null.</summary>
    public string? Album { get; private init; }

    public static FileStem Of(string name)
    {
        var stem = WithoutBrackets(name);
        var rest = WithoutNumber(stem);
        if (rest.Length == stem.Length && Numbered(rest) is { } told)
        {
            return told;
        }

        return new(rest, rest.Length < name.Length);
    }

    /// <summary>"Artist - Album - 04 - Title" and "Artist - 04 - Title".</summary>
    private static FileStem? Numbered(string stem)
    {
        var pieces = stem.Split(" - ", MostPieces);
        for (var i = 1; i < pieces.Length - 1 && i < 3; i++)
        {
            if (TrackNumber().IsMatch(pieces[i].Trim()))
            {
                var album = i == 2 ? FolderNames.WithoutYear(YearBefore().Replace(pieces[1].Trim(), "")) : null;
                return new(string.Join(" - ", pieces[(i + 1)..]).Trim(), IsNumbered: true) { Artist = pieces[0].Trim(), Album = album };
            }
        }

        return null;
    }

    /// <summary>Drops "[04] " and "(2019) - ".</summary>
    private static string WithoutBrackets(string name) => Bracketed().Match(name) is { Success: true } found ? name[found.Length..] : name;

    /// <summary>Drops "03 - ", "03. ", "1-03 ", "01.01 - ", "1-28 03 - ", "A1 " and "03 ", but not a number that may be part of the title
    /// ("99 Luftballons", "1979").</summary>
    private static string WithoutNumber(string stem)
    {
        if (Several().Match(stem) is { Success: true } several)
        {
            return stem[several.Length..];
        }

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

    [GeneratedRegex(@"^(?:[\[(](?:[0-9]{1,3}|(?:19|20)[0-9]{2})[\])]\s*[-–.]?\s*)(?=\S)")]
    private static partial Regex Bracketed();

    // Disc and track, then the number in the list. Or the side of a record.
    [GeneratedRegex(@"^(?:[0-9]{1,2}[-.][0-9]{1,3}\s+(?:[0-9]{1,3}\s+)?[-–]\s+|[A-H][1-9][.\s]\s*(?:[-–]\s+)?)(?=\S)")]
    private static partial Regex Several();

    [GeneratedRegex("^(?:[0-9]{1,2}[-.])?[0-9]{1,3}$")]
    private static partial Regex TrackNumber();

    [GeneratedRegex(@"^(?:19|20)[0-9]{2}\s+(?=\S)")]
    private static partial Regex YearBefore();
}
