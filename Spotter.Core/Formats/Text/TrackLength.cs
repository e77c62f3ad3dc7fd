using System.Globalization;

namespace Spotter.Core.Formats.Text;

/// <summary>Parses the length of a track in the notations that files use.</summary>
internal static class TrackLength
{
    // A day. A larger number does not mean a length.
    private const double LongestMs = 24 * 60 * 60 * 1000;

    /// <summary>Milliseconds. Null if the text is empty, not a length, 0 or too long.</summary>
    /// <param name="text">"3:45", "1:02:03", "225s", "3m 45s", "PT3M45S", or a bare number.</param>
    /// <param name="msPerUnit">The unit of a bare number: 1 for milliseconds, 1,000 for seconds.</param>
    public static int? Parse(string? text, int msPerUnit)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var value = text.Trim();
        return TryNumber(value, out var number) ? FromMs(number * msPerUnit)
            : value.Contains(':', StringComparison.Ordinal) ? FromClock(value)
            : FromUnits(value);
    }

    /// <summary>A length of this many milliseconds. Null if it is below 1 or longer than a day.</summary>
    public static int? FromMs(double ms) => ms is >= 1 and <= LongestMs ? (int)Math.Round(ms) : null;

    /// <summary>Whether the text is a bare number. Its unit depends on the column.</summary>
    public static bool TryNumber(string? text, out double number)
    {
        // A decimal comma means the same as a point. Lengths have no thousands separators.
        var plain = text?.Trim().Replace(',', '.');
        return double.TryParse(plain, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number)
            && double.IsFinite(number);
    }

    private static int? FromClock(string value)
    {
        var parts = value.Split(':');
        double seconds = 0;
        for (var i = 0; i < parts.Length; i++)
        {
            if (parts.Length > 3 || !TryNumber(parts[i], out var part) || part < 0 || (i > 0 && part >= 60))
            {
                return null;
            }

            seconds = (seconds * 60) + part;
        }

        return FromMs(seconds * 1000);
    }

    private static int? FromUnits(string value)
    {
        var text = value.ToLowerInvariant();
        if (text.StartsWith("pt", StringComparison.Ordinal))
        {
            text = text[2..];
        }

        double ms = 0;
        var at = 0;
        while (at < text.Length)
        {
            var start = at;
            while (at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] is '.' or ','))
            {
                at++;
            }

            if (at == start || !TryNumber(text[start..at], out var number))
            {
                return null;
            }

            var unitStart = at;
            while (at < text.Length && !char.IsAsciiDigit(text[at]))
            {
                at++;
            }

            double? unit = text[unitStart..at].Trim() switch
            {
                "h" => 3_600_000,
                "m" or "min" => 60_000,
                "s" or "sec" => 1_000,
                "ms" => 1,
                _ => null,
            };
            if (unit is null)
            {
                return null;
            }

            ms += number * unit.Value;
        }

        return FromMs(ms);
    }
}
