using System.ComponentModel.DataAnnotations;
using Spotter.Core.Settings;

namespace Spotter.Core.Scheduling;

/// <summary>What all schedules have in common (section "Schedule").</summary>
public sealed record ScheduleOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Schedule";

    /// <summary>The time zone in which the hours and days of cron expressions are meant; the machine's by default.</summary>
    [Display(Name = "Time zone of the schedules")]
    [DisplayFormat(NullDisplayText = "the machine's")]
    [TimeZone]
    public string TimeZone { get; set; } = "";

    /// <summary>The zone of that name.</summary>
    public TimeZoneInfo FindZone() => TimeZone.Length == 0 ? TimeZoneInfo.Local : TimeZoneInfo.FindSystemTimeZoneById(TimeZone);
}
