using Hangfire;
using Spotter.Core.Scheduling;

namespace Spotter.Web.Jobs;

/// <summary>Finds the time zone of the schedules again by its id, which the job storage keeps: that of the machine may have one that is in no list ("Local").</summary>
public sealed class ScheduleTimeZones(Schedules schedules) : ITimeZoneResolver
{
    public TimeZoneInfo GetTimeZoneById(string timeZoneId)
        => timeZoneId == schedules.Syncs.Zone.Id ? schedules.Syncs.Zone : TimeZoneInfo.FindSystemTimeZoneById(timeZoneId);
}
