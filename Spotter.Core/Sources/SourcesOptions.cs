namespace Spotter.Core.Sources;

/// <summary>How sources are kept current (section "Sources"). What a single service needs stands in a section of its own below it.</summary>
public sealed record SourcesOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Sources";

    /// <summary>When all connections are read again: a cron expression of five fields, in UTC; ten minutes before every hour by default, so that the hourly sync finds what is new.</summary>
    public string RefreshCron { get; set; } = "50 * * * *";
}
