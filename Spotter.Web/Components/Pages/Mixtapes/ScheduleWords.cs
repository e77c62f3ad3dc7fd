using Spotter.Core.Mixtapes;

namespace Spotter.Web.Components.Pages.Mixtapes;

/// <summary>Schedules in plain words.</summary>
public static class ScheduleWords
{
    public static string Of(MixtapeSchedule schedule) => schedule switch
    {
        MixtapeSchedule.Never => "made when you ask",
        MixtapeSchedule.Daily => "refreshed every day",
        MixtapeSchedule.Weekly => "refreshed every week",
        MixtapeSchedule.Monthly => "refreshed every month",
    };

    public static string ShortOf(MixtapeSchedule schedule) => schedule switch
    {
        MixtapeSchedule.Never => "When I ask",
        MixtapeSchedule.Daily => "Daily",
        MixtapeSchedule.Weekly => "Weekly",
        MixtapeSchedule.Monthly => "Monthly",
    };
}
