namespace Spotter.Core.Mixtapes;

/// <summary>When a schedule asks. Pure.</summary>
public static class MixtapeSchedules
{
    /// <summary>The next time after a making, or null where the schedule asks for none.</summary>
    public static DateTimeOffset? NextAfter(this MixtapeSchedule schedule, DateTimeOffset moment) => schedule switch
    {
        MixtapeSchedule.Never => null,
        MixtapeSchedule.Daily => moment.AddDays(1),
        MixtapeSchedule.Weekly => moment.AddDays(7),
        MixtapeSchedule.Monthly => moment.AddMonths(1),
    };
}
