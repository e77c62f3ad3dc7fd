using System.Net;

namespace Spotter.Core.Formats.Text;

/// <summary>Decodes names that some exports escape as in HTML: "Salt &amp;amp; Smoke", "It&amp;#39;s".</summary>
internal static class HtmlEntities
{
    // "&#x1F600;" and "&thetasym;".
    private const int LongestEntity = 10;

    // A tool that escapes what another one has already escaped writes "&amp;amp;".
    private const int MostRounds = 2;

    /// <summary>The decoded text, also if it was escaped twice. An ampersand that begins no entity stays.</summary>
    public static string Decode(string text)
    {
        for (var round = 0; round < MostRounds && HasEntity(text); round++)
        {
            text = WebUtility.HtmlDecode(text);
        }

        return text;
    }

    // Only with a semicolon: "R&amp" may be a name that was cut off.
    private static bool HasEntity(string text)
    {
        for (var at = text.IndexOf('&', StringComparison.Ordinal); at >= 0; at = text.IndexOf('&', at + 1))
        {
            var length = text.AsSpan(at, Math.Min(LongestEntity, text.Length - at)).IndexOf(';');
            if (length > 2 && text.AsSpan(at + 1, length - 1).IndexOfAnyExcept(Allowed) < 0)
            {
                return true;
            }
        }

        return false;
    }

    private static readonly System.Buffers.SearchValues<char> Allowed
        = System.Buffers.SearchValues.Create("#0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
}
