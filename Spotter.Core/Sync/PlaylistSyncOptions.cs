using System.ComponentModel.DataAnnotations;
using Spotter.Core.Settings;

namespace Spotter.Core.Sync;

/// <summary>How playlists are kept in sync (section "PlaylistSync").</summary>
public sealed record PlaylistSyncOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "PlaylistSync";

    /// <summary>When every enabled playlist is synced, as a cron expression in the time zone of the schedules; default hourly.</summary>
    [Display(Name = "Every enabled playlist (cron)")]
    [Cron]
    public string Cron { get; set; } = "0 * * * *";

    /// <summary>Whether switching sync off deletes the target. Default: false, which keeps it.</summary>
    [Display(Name = "Switching off deletes the playlist")]
    public bool DeleteOnUnsync { get; set; }

    /// <summary>The percentage of tracks that may disappear from source, library or target at once, if there were ten or more. 0 to 100,
    /// default 30.</summary>
    [Display(Name = "May vanish at once")]
    [Range(0, 100)]
    public int MaxRemovalPercent { get; set; } = 30;

    /// <summary>The percentage of tracks that must be matched for a first write. 0 (default) switches the rule off.</summary>
    [Display(Name = "A first write must match")]
    [DisplayFormat(NullDisplayText = "off")]
    [Range(0, 100)]
    public int MinMatchPercent { get; set; }

    /// <summary>Days after which runs that changed nothing are removed from the audit log. 0 keeps them forever, default 30.</summary>
    [Display(Name = "Runs that changed nothing are forgotten after")]
    [DisplayFormat(NullDisplayText = "never")]
    [Range(0, 36_500)]
    public int KeepUneventfulDays { get; set; } = 30;

    /// <summary>Seconds after which another run may replace one that does not respond. At least 4, default 120.</summary>
    [Display(Name = "A silent run is given up after")]
    [Range(4, 86_400)]
    public int LeaseSeconds { get; set; } = 120;
}
