using System.Net;
using System.Text.RegularExpressions;

namespace Spotter.Core.Matching.Text;

/// <summary>What lists and programs write around titles and artists that belongs to neither.</summary>
internal static partial class SourceText
{
    /// <summary>The text with the letters that HTML entities stand for ("Rock &amp;amp; Roll"); the same string where it has none.</summary>
    public static string WithoutEntities(string text) => text.Contains('&', StringComparison.Ordinal) && Entity().IsMatch(text) ? WebUtility.HtmlDecode(text) : text;

    /// <summary>The title without the length behind it ("Kerala 3:57"), or null where none stands there.</summary>
    public static string? BeforeLength(string title) => Cut(LengthBehind().Match(title), title);

    /// <summary>The title without the number in front that may be a track's: "11 Paper Bells", "10.Paper Bells". Null where none stands there.</summary>
    public static string? BehindNumber(string title)
        => NumberInFront().Match(title) is { Success: true } match && title[match.Length..] is { Length: > 0 } rest ? rest : null;

    /// <summary>An artist as people would write the name: without the time at which the song begins, and without what video sites add to a channel's name.</summary>
    public static string Artist(string artist)
    {
        var name = TimeInFront().Replace(artist, "");
        name = name.EndsWith(" - Topic", StringComparison.Ordinal) ? name[..^" - Topic".Length] : name;
        name = name.Length > 4 && name.EndsWith("VEVO", StringComparison.Ordinal) ? name[..^4].TrimEnd() : name;
        return Nobody().IsMatch(name) ? "" : name;
    }

    private static string? Cut(Match match, string text) => match.Success && match.Index > 0 ? text[..match.Index] : null;

    [GeneratedRegex(@"&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|amp|quot|apos|lt|gt|nbsp);", RegexOptions.CultureInvariant)]
    private static partial Regex Entity();

    [GeneratedRegex(@"(?<=\S)\s+[-–(\[]*[0-9]{1,2}:[0-5][0-9](:[0-5][0-9])?[)\]]?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex LengthBehind();

    [GeneratedRegex(@"^[0-9]{1,3}(\.\s*|\s+)(?=\p{L})", RegexOptions.CultureInvariant)]
    private static partial Regex NumberInFront();

    [GeneratedRegex(@"^\[?[0-9]{1,2}:[0-5][0-9](:[0-5][0-9])?\]?\s+[-–]?\s*", RegexOptions.CultureInvariant)]
    private static partial Regex TimeInFront();

    // A dash in place of a name, and the folders at which a path begins. A band may be called "!!!".
    [GeneratedRegex(@"^\s*([-–—]+|\.{1,3}|~|[A-Za-z]:[\\/]?)\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Nobody();
}
