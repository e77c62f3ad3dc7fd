namespace Spotter.Core.Tracks;

/// <summary>The International Standard Recording Code (ISO 3901): twelve letters and digits, often written with hyphens or in lower case.</summary>
public static class Isrc
{
    /// <summary>The code in normal form (upper case, without separators), or null if the text is not exactly one code.</summary>
    /// <param name="text">A code from a file or tag. Null and blank texts are not codes.</param>
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

        // Country and registrant are letters and digits; year and designation are digits.
        return length == 12 && char.IsAsciiLetter(code[0]) && char.IsAsciiLetter(code[1]) && code[5..].ContainsAnyExceptInRange('0', '9') is false
            ? new string(code)
            : null;
    }

    /// <summary>All codes in a tag, in order, each once: in real libraries several are separated by <c>; , /</c> or a blank.</summary>
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
