using Spotter.Core.Scheduling;

namespace Spotter.Core.Mixtapes;

/// <summary>When mixtapes are made. Pure.</summary>
public static class MixtapeSchedules
{
    /// <summary>The next time after a making, or null if there is no schedule.</summary>
    public static DateTimeOffset? NextAfter(this MixtapeSchedule schedule, DateTimeOffset moment) => Of(schedule).NextAfter(moment);

    /// <summary>When the mixtape is made next. Null if nothing requests it, or if it is due at once.</summary>
    public static DateTimeOffset? NextMaking(this Mixtape mixtape)
    {
        ArgumentNullException.ThrowIfNull(mixtape);
        return mixtape.State == MixtapeState.NeedsAdministrator ? null : mixtape.WantedAt is not null ? mixtape.NextTryAt : mixtape.NextDueAt;
    }

    private static Schedule Of(MixtapeSchedule schedule) => schedule switch
    {
        MixtapeSchedule.Never => Schedule.Never,
        MixtapeSchedule.Daily => Schedule.EveryDays(1),
        MixtapeSchedule.Weekly => Schedule.EveryDays(7),
        MixtapeSchedule.Monthly => Schedule.EveryMonths(1),
    };
}
