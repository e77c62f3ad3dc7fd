using System.Globalization;

namespace Spotter.Web.Components.Shared;

/// <summary>Formats numbers, durations and times for people.</summary>
public static class Words
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    public static string Number(long number) => number.ToString("N0", English);

    /// <summary>"1 track", "2,345 tracks".</summary>
    public static string Count(long number, string one, string? many = null) => $"{Number(number)} {(number == 1 ? one : many ?? one + "s")}";

    /// <summary>"98.5 %", or without decimals if there are none.</summary>
    public static string Percent(double percent) => percent.ToString("0.#", English) + " %";

    /// <summary>A share from 0 to 1 as whole percent, never rounded up to 100.</summary>
    public static string Share(double share) => (share >= 1 ? 100 : Math.Min(99, (int)Math.Round(share * 100))).ToString(English) + " %";

    /// <summary>A track's length: "3:05", "1:02:10".</summary>
    public static string TrackLength(int? milliseconds)
    {
        if (milliseconds is not { } ms)
        {
            return "–";
        }

        var length = TimeSpan.FromSeconds(Math.Round(ms / 1000.0));
        return length.TotalHours >= 1 ? length.ToString(@"h\:mm\:ss", English) : length.ToString(@"m\:ss", English);
    }

    /// <summary>A playlist's length: "3 h 12", "48 min". Empty if unknown.</summary>
    public static string TotalLength(long milliseconds)
    {
        var minutes = (long)Math.Round(milliseconds / 60_000.0);
        return minutes switch
        {
            0 => "",
            < 60 => $"{minutes} min",
            _ => $"{Number(minutes / 60)} h {minutes % 60:00}",
        };
    }

    /// <summary>"4 min ago", "in 56 min", "yesterday": to read at a glance, with <see cref="Exact"/> on hover.</summary>
    public static string Relative(DateTimeOffset moment, DateTimeOffset now)
    {
        var span = (moment - now).Duration();
        if (span < TimeSpan.FromSeconds(45))
        {
            return moment > now ? "in a moment" : "just now";
        }

        var text = span switch
        {
            { TotalMinutes: < 59.5 } => $"{Math.Round(span.TotalMinutes)} min",
            { TotalHours: < 23.5 } => $"{Math.Round(span.TotalHours)} h",
            { TotalDays: < 45 } => Count((long)Math.Round(span.TotalDays), "day"),
            { TotalDays: < 365 } => Count((long)Math.Round(span.TotalDays / 30.4), "month"),
            _ => Count((long)Math.Round(span.TotalDays / 365.25), "year"),
        };
        return moment > now ? $"in {text}" : $"{text} ago";
    }

    /// <summary>"Sunday 22 November 2026, 14:05".</summary>
    public static string Exact(DateTimeOffset localMoment) => localMoment.ToString("dddd d MMMM yyyy, HH:mm", English);

    /// <summary>"14:05".</summary>
    public static string TimeOfDay(DateTimeOffset localMoment) => localMoment.ToString("HH:mm", English);
}
