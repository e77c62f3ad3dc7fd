namespace Spotter.Core.Tracks;

/// <summary>The International Standard Recording Code (ISO 3901): twelve letters and digits, often written with hyphens or in lower case.</summary>
public static class Isrc
{
    /// <summary>The code in normal form (upper case, nothing between), or null where the text is not one code.</summary>
    /// <param name="text">A code as a file or tag gives it; null and blank are no code.</param>
    public static string? Normalize(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        Span<char> code = stackalloc char[12];
        var length = 0;
        foreach (var c in text.AsSpan().Trim())
        {
            if (c is '-' or ' ')
            {
                continue;
            }

            if (!char.IsAsciiLetterOrDigit(c) || length == 12)
            {
                return null;
            }

            code[length++] = char.ToUpperInvariant(c);
        }

        // Country and registrant are letters and digits, year and designation are digits.
        return length == 12 && char.IsAsciiLetter(code[0]) && char.IsAsciiLetter(code[1]) && code[5..].ContainsAnyExceptInRange('0', '9') is false
            ? new string(code)
            : null;
    }

    /// <summary>Every code in one tag, in order, each once: several stand behind <c>; , /</c> or a blank in real libraries.</summary>
    public static IReadOnlyList<string> ParseAll(string? tag)
    {
        if (string.IsNullOrWhiteSpace(tag))
        {
            return [];
        }

        if (Normalize(tag) is { } single)
        {
            return [single];
        }

        var codes = new List<string>();
        foreach (var part in tag.Split([';', ',', '/', ' ', '\t', '\0'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (Normalize(part) is { } code && !codes.Contains(code))
            {
                codes.Add(code);
            }
        }

        return codes;
    }
}
