using System.Globalization;

namespace Spotter.Core.Formats.Histories;

/// <summary>
/// The plays of a history that count. A number of months ends with the last play of the history and not today, so the same file makes the
/// same list whenever it is read, for example in a watched folder.
/// </summary>
/// <param name="Year">A calendar year (UTC), or null.</param>
/// <param name="Months">The number of months up to the last play, or null. The whole history if both are null.</param>
public readonly record struct PlayPeriod(int? Year, int? Months)
{
    private const int MostMonths = 120;

    /// <summary>The whole history.</summary>
    public static PlayPeriod All => default;

    /// <summary>The period with this name: "all", "2023", "12m". Null for anything else.</summary>
    public static PlayPeriod? Parse(string? word)
    {
        var text = word?.Trim().ToLowerInvariant() ?? "";
        return text == "all" ? All
            : text is [.., 'm'] && Number(text[..^1]) is >= 1 and <= MostMonths and var months ? new PlayPeriod(null, months)
            : text.Length == 4 && Number(text) is >= 1990 and <= 2200 and var year ? new PlayPeriod(year, null)
            : null;
    }

    /// <summary>The name that <see cref="Parse"/> accepts.</summary>
    public override string ToString()
        => Year is { } year ? year.ToString(CultureInfo.InvariantCulture) : Months is { } months ? string.Create(CultureInfo.InvariantCulture, $"{months}m") : "all";

    /// <summary>The name of a list of this period.</summary>
    public string Name => Year is { } year ? string.Create(CultureInfo.InvariantCulture, $"Most played of {year}")
        : Months is { } months ? months switch
        {
            1 => "Most played of the last month",
            12 => "Most played of the last year",
            _ => string.Create(CultureInfo.InvariantCulture, $"Most played of the last {months} months"),
        }
        : "Most played";

    /// <summary>Whether a play counts.</summary>
    /// <param name="at">When it was played. Null if the history does not tell.</param>
    /// <param name="last">The last play of the history. Null if the history contains no times.</param>
    internal bool Contains(DateTimeOffset? at, DateTimeOffset? last)
        => Year is { } year ? at?.UtcDateTime.Year == year
            : Months is not { } months || (at is { } moment && moment > last?.AddMonths(-months));

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
