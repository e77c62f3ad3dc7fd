using Spotter.Core.Scheduling;

namespace Spotter.Tests.Core.Scheduling;

public sealed class ScheduleTests
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    [Fact]
    public void A_cron_expression_is_in_UTC_where_nobody_says_otherwise()
        => Assert.Equal(Utc(2026, 11, 23, 6, 30), Schedule.ByCron("30 6 * * *").NextAfter(new DateTimeOffset(2026, 11, 22, 23, 5, 0, TimeSpan.FromHours(1))));

    [Theory]
    [InlineData("winter", 1, 15, 5)]
    [InlineData("summer", 7, 15, 4)]
    public void A_time_of_day_is_that_of_the_zone_on_both_sides_of_daylight_saving(string season, int month, int day, int hour)
        => Assert.True(Utc(2026, month, day, hour, 0) == Schedule.ByCron("0 6 * * *", Berlin).NextAfter(Utc(2026, month, day, 0, 0)), season);

    [Fact]
    public void A_time_that_the_clocks_skip_comes_as_soon_as_they_have()
        => Assert.Equal(Utc(2026, 3, 29, 1, 0), Schedule.ByCron("30 2 * * *", Berlin).NextAfter(Utc(2026, 3, 29, 0, 0)));

    [Fact]
    public void A_time_that_the_clocks_repeat_comes_once()
    {
        var daily = Schedule.ByCron("30 2 * * *", Berlin);

        var first = daily.NextAfter(Utc(2026, 10, 24, 12, 0));

        Assert.Equal(Utc(2026, 10, 25, 0, 30), first);
        Assert.Equal(Utc(2026, 10, 26, 1, 30), daily.NextAfter(first!.Value));
    }

    [Theory]
    [InlineData("the clocks go forward", 3, 28)]
    [InlineData("the clocks go back", 10, 24)]
    public void Every_hour_comes_once_when_the_clocks_change(string when, int month, int day)
    {
        var hourly = Schedule.ByCron("0 * * * *", Berlin);
        var hours = new List<DateTimeOffset>();
        for (var moment = Utc(2026, month, day, 12, 30); hours.Count < 24; moment = hours[^1])
        {
            hours.Add(hourly.NextAfter(moment)!.Value);
        }

        Assert.True(hours.SequenceEqual(Enumerable.Range(1, 24).Select(i => Utc(2026, month, day, 12, 0).AddHours(i))), when);
    }

    [Fact]
    public void An_expression_that_names_no_day_has_no_next_time()
        => Assert.Null(Schedule.ByCron("0 0 30 2 *").NextAfter(Utc(2026, 1, 1, 0, 0)));

    [Fact]
    public void The_time_that_has_just_come_is_not_the_next_one()
        => Assert.Equal(Utc(2026, 1, 1, 7, 0), Schedule.ByCron("0 * * * *").NextAfter(Utc(2026, 1, 1, 6, 0)));

    [Fact]
    public void Days_and_months_count_from_the_last_time()
    {
        var last = Utc(2026, 1, 31, 6, 0);

        Assert.Equal(Utc(2026, 2, 7, 6, 0), Schedule.EveryDays(7).NextAfter(last));
        Assert.Equal(Utc(2026, 2, 28, 6, 0), Schedule.EveryMonths(1).NextAfter(last));
        Assert.Null(Schedule.Never.NextAfter(last));
        Assert.Throws<ArgumentOutOfRangeException>(() => Schedule.EveryDays(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Schedule.EveryMonths(0));
    }

    [Theory]
    [InlineData("0 * * * *", true)]
    [InlineData("hourly", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_text_is_known_for_a_cron_expression(string? text, bool isOne) => Assert.Equal(isOne, Schedule.IsCron(text));

    private static DateTimeOffset Utc(int year, int month, int day, int hour, int minute) => new(year, month, day, hour, minute, 0, TimeSpan.Zero);
}
