using System.Net;
using System.Text.RegularExpressions;

namespace Spotter.Core.Matching.Text;

/// <summary>What lists and programs write around titles and artists that belongs to neither.</summary>
internal static partial class SourceText
{
    /// <summary>The text with the letters that HTML entities stand for ("Rock &amp;amp; Roll"); the same string where it has none.</summary>
    public static string WithoutEntities(string text)
    {
        // What was written for a page twice has them twice: "&amp;amp;".
        for (var times = 0; times < 2 && MayHoldEntity(text) && Entity().IsMatch(text); times++)
        {
            var read = WebUtility.HtmlDecode(text);
            if (read == text)
            {
                break;
            }

            text = read;
        }

        return text;
    }

    /// <summary>Whether an entity may be in the text: cheap, and mostly false.</summary>
    public static bool MayHoldEntity(ReadOnlySpan<char> text) => text.IndexOf('&') is >= 0 and var at && text[at..].Contains(';');

    /// <summary>The title without the length behind it ("Kerala 3:57"), or null where none stands there.</summary>
    public static string? BeforeLength(string title) => Cut(LengthBehind().Match(title), title);

    /// <summary>The title without the number in front that may be a track's: "11 Paper Bells", "10.Paper Bells". Null where none stands there.</summary>
    public static string? BehindNumber(string title)
        => NumberInFront().Match(title) is { Success: true } match && title[match.Length..] is { Length: > 0 } rest ? rest : null;

    /// <summary>An artist as people would write the name: without the time at which the song begins, and without what video sites add to a channel's name.</summary>
    public static string Artist(string artist)
    {
        var name = WithoutEntities(artist);
        name = name is ['[' or (>= '0' and <= '9'), ..] ? TimeInFront().Replace(name, "") : name;
        name = name.EndsWith(" - Topic", StringComparison.Ordinal) ? name[..^" - Topic".Length] : name;
        return name.Length > 4 && name.EndsWith("VEVO", StringComparison.Ordinal) ? name[..^4].TrimEnd() : name;
    }

    /// <summary>Whether what stands in an artist's place names nobody: a dash, a folder at which a path begins.</summary>
    public static bool IsNobody(string artist) => Nobody().IsMatch(artist);

    /// <summary>The title and the artist behind it: "Paper Bells (by Ann Ash)". False where none stands there.</summary>
    public static bool TryCutBy(string title, out string rest, out string artist)
    {
        var match = title.Length <= TitleParser.LongestSplit && title is [.., ')' or ']'] ? ByBehind().Match(title) : Match.Empty;
        (rest, artist) = match.Success ? (title[..match.Index], match.Groups[1].Value) : ("", "");
        return match.Success && match.Index > 0;
    }

    private static string? Cut(Match match, string text) => match.Success && match.Index > 0 ? text[..match.Index] : null;

    [GeneratedRegex(@"&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});", RegexOptions.CultureInvariant)]
    private static partial Regex Entity();

    [GeneratedRegex(@"(?<=\S)\s+[-–(\[]*[0-9]{1,2}:[0-5][0-9](:[0-5][0-9])?[)\]]?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex LengthBehind();

    [GeneratedRegex(@"^[0-9]{1,3}(\.\s*|\s+)(?=\p{L})", RegexOptions.CultureInvariant)]
    private static partial Regex NumberInFront();

    [GeneratedRegex(@"^\[?[0-9]{1,2}:[0-5][0-9](:[0-5][0-9])?\]?\s+[-–]?\s*", RegexOptions.CultureInvariant)]
    private static partial Regex TimeInFront();

    [GeneratedRegex(@"\s+[(\[]by\s+([^()\[\]]+)[)\]]$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex ByBehind();

    // A dash in place of a name, and the folders at which a path begins. A band may be called "!!!".
    [GeneratedRegex(@"^\s*([-–—]+|\.{1,3}|~|[A-Za-z]:[\\/]?)\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Nobody();
}
