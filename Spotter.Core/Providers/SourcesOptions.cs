using System.ComponentModel.DataAnnotations;
using Spotter.Core.Settings;

namespace Spotter.Core.Providers;

/// <summary>How sources are kept current (section "Sources"). Settings of a single service are in a subsection of its own.</summary>
public sealed record SourcesOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Sources";

    /// <summary>When all connections are read again: a cron expression of five fields, in the time zone of the schedules; ten minutes before every hour by default, so that the hourly sync finds what is new.</summary>
    [Display(Name = "Every connection is read (cron)")]
    [Cron]
    public string RefreshCron { get; set; } = "50 * * * *";

    /// <summary>Hosts on the private network from which covers may be fetched, by name or address as the source writes it. None by default,
    /// so that no playlist can make Spotter call a machine that only Spotter can reach.</summary>
    public List<string> PrivateImageHosts { get; init; } = [];
}
