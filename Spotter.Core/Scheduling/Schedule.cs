using Cronos;

namespace Spotter.Core.Scheduling;

/// <summary>A schedule: never, some days or months after the last time, or by a cron expression in a time zone.</summary>
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

    /// <summary>This many days after the last time.</summary>
    /// <param name="days">At least 1.</param>
    public static Schedule EveryDays(int days)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        return new(moment => moment.AddDays(days));
    }

    /// <summary>This many months after the last time, or on the last day of a month that is too short.</summary>
    /// <param name="months">At least 1.</param>
    public static Schedule EveryMonths(int months)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(months, 1);
        return new(moment => moment.AddMonths(months));
    }

    /// <summary>At the times of a cron expression. A fixed time of day that the clocks skip occurs directly afterwards, and one that they
    /// repeat occurs once.</summary>
    /// <param name="expression">Five fields: "0 * * * *" for hourly.</param>
    /// <param name="zone">The time zone of its hours and days. Default: UTC.</param>
    /// <exception cref="FormatException">It is not a cron expression of five fields.</exception>
    public static Schedule ByCron(string expression, TimeZoneInfo? zone = null)
    {
        var cron = CronExpression.Parse(expression);
        var where = zone ?? TimeZoneInfo.Utc;
        return new(moment => cron.GetNextOccurrence(moment, where)) { Cron = expression, Zone = where };
    }

    /// <summary>Whether a text is a cron expression of five fields.</summary>
    public static bool IsCron(string? text) => text is not null && CronExpression.TryParse(text, out _);

    /// <summary>The first time after the given one, or null if there is none.</summary>
    public DateTimeOffset? NextAfter(DateTimeOffset moment) => _next(moment);
}
