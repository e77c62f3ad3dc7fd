namespace Spotter.Core.Sync;

/// <summary>How playlists are kept in sync (section "PlaylistSync").</summary>
public sealed record PlaylistSyncOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "PlaylistSync";

    /// <summary>When every enabled playlist is synced, as a cron expression in UTC; default hourly.</summary>
    public string Cron { get; set; } = "0 * * * *";

    /// <summary>Whether switching sync off deletes the target; default false, which keeps it.</summary>
    public bool DeleteOnUnsync { get; set; }

    /// <summary>Percent of the tracks that may vanish from source, library or target at once, where there were ten or more; 0 to 100, default 30.</summary>
    public int MaxRemovalPercent { get; set; } = 30;

    /// <summary>Percent of the tracks that a first write must have matched; 0 (default) switches the rule off.</summary>
    public int MinMatchPercent { get; set; }

    /// <summary>Days after which the audit log forgets runs that changed nothing; 0 keeps them for good, default 30.</summary>
    public int KeepUneventfulDays { get; set; } = 30;

    /// <summary>How long a run may be silent before another takes over, in seconds; at least 4, default 120.</summary>
    public int LeaseSeconds { get; set; } = 120;
}
