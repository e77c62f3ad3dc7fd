using Cronos;

namespace Spotter.Core.Scheduling;

/// <summary>When the clock does something: never, some days or months after the last time, or by a cron expression in a time zone.</summary>
public sealed class Schedule
{
    private readonly Func<DateTimeOffset, DateTimeOffset?> _next;

    private Schedule(Func<DateTimeOffset, DateTimeOffset?> next) => _next = next;

    /// <summary>The cron expression, or null where it is none.</summary>
    public string? Cron { get; private init; }

    /// <summary>Where the hours and days of the cron expression are meant.</summary>
    public TimeZoneInfo Zone { get; private init; } = TimeZoneInfo.Utc;

    /// <summary>Only when somebody asks.</summary>
    public static Schedule Never { get; } = new(_ => null);

    /// <summary>So many days after the last time.</summary>
    /// <param name="days">At least 1.</param>
    public static Schedule EveryDays(int days)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        return new(moment => moment.AddDays(days));
    }

    /// <summary>So many months after the last time; on the last day of a month that is too short.</summary>
    /// <param name="months">At least 1.</param>
    public static Schedule EveryMonths(int months)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(months, 1);
        return new(moment => moment.AddMonths(months));
    }

    /// <summary>At the times that a cron expression names. An hour that the clocks skip is made up for at once, one that they repeat counts once.</summary>
    /// <param name="expression">Five fields: "0 * * * *" for hourly.</param>
    /// <param name="zone">Where its hours and days are meant; UTC by default.</param>
    /// <exception cref="FormatException">It is no cron expression of five fields.</exception>
    public static Schedule ByCron(string expression, TimeZoneInfo? zone = null)
    {
        var cron = CronExpression.Parse(expression);
        var where = zone ?? TimeZoneInfo.Utc;
        return new(moment => cron.GetNextOccurrence(moment, where)) { Cron = expression, Zone = where };
    }

    /// <summary>Whether a text is a cron expression of five fields.</summary>
    public static bool IsCron(string? text) => text is not null && CronExpression.TryParse(text, out _);

    /// <summary>The first time after a moment, or null where there is none.</summary>
    public DateTimeOffset? NextAfter(DateTimeOffset moment) => _next(moment);
}
