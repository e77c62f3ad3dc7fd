using System.Net;
using System.Text.RegularExpressions;

namespace Spotter.Core.Matching.Text;

/// <summary>Removes what lists and programs add to titles and artists.</summary>
internal static partial class SourceText
{
    /// <summary>The text with HTML entities decoded ("Rock &amp;amp; Roll"). The same string if it has none.</summary>
    public static string WithoutEntities(string text)
    {
        // Text that was encoded twice needs it twice: "&amp;amp;".
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

    /// <summary>Whether the text may contain an entity. Cheap, and usually false.</summary>
    public static bool MayHoldEntity(ReadOnlySpan<char> text) => text.IndexOf('&') is >= 0 and var at && text[at..].Contains(';');

    /// <summary>The title without the length after it ("Kerala 3:57"), or null if there is none.</summary>
    public static string? BeforeLength(string title) => Cut(LengthBehind().Match(title), title);

    /// <summary>The title without a number before it that may be a track number: "11 Paper Bells", "10.Paper Bells". Null if there is
    /// none.</summary>
    public static string? BehindNumber(string title)
        => NumberInFront().Match(title) is { Success: true } match && title[match.Length..] is { Length: > 0 } rest ? rest : null;

    /// <summary>An artist's name without the time at which the song begins and without what video sites add to a channel's name.</summary>
    public static string Artist(string artist)
    {
        var name = WithoutEntities(artist);
        name = name is ['[' or (>= '0' and <= '9'), ..] ? TimeInFront().Replace(name, "") : name;
        name = name.EndsWith(" - Topic", StringComparison.Ordinal) ? name[..^" - Topic".Length] : name;
        return name.Length > 4 && name.EndsWith("VEVO", StringComparison.Ordinal) ? name[..^4].TrimEnd() : name;
    }

    /// <summary>Whether the text in an artist's place names nobody: a dash, a root folder of a path.</summary>
    public static bool IsNobody(string artist) => Nobody().IsMatch(artist);

    /// <summary>Splits a title and the artist after it: "Paper Bells (by Ann Ash)". False if there is none.</summary>
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

    // A dash instead of a name, and root folders of paths. A band may be called "!!!".
    [GeneratedRegex(@"^\s*([-–—]+|\.{1,3}|~|[A-Za-z]:[\\/]?)\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Nobody();
}
