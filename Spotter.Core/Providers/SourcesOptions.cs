using System.ComponentModel.DataAnnotations;
using Spotter.Core.Settings;

namespace Spotter.Core.Providers;

/// <summary>How sources are kept current (section "Sources"). What a single service needs stands in a section of its own below it.</summary>
public sealed record SourcesOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Sources";

    /// <summary>When all connections are read again: a cron expression of five fields, in the time zone of the schedules; ten minutes before every hour by default, so that the hourly sync finds what is new.</summary>
    [Display(Name = "Every connection is read (cron)")]
    [Cron]
    public string RefreshCron { get; set; } = "50 * * * *";

    /// <summary>Hosts of the own network from which covers may be fetched, by name or address as the source writes it; none by default, so that no playlist can make Spotter call a machine that only Spotter reaches.</summary>
    public List<string> PrivateImageHosts { get; init; } = [];
}
