using System.Net;

namespace Spotter.Core.Formats.Text;

/// <summary>Decodes names that some exports escape as in HTML: "Salt &amp;amp; Smoke", "It&amp;#39;s".</summary>
internal static class HtmlEntities
{
    private const int LongestEntity = 8;

    /// <summary>The decoded text. An ampersand that begins no entity stays.</summary>
    public static string Decode(string text)
    {
        var at = text.IndexOf('&', StringComparison.Ordinal);
        return at >= 0 && text.AsSpan(at).IndexOf(';') > 1 && HasEntity(text) ? WebUtility.HtmlDecode(text) : text;
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
