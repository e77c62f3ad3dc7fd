using System.ComponentModel.DataAnnotations;

namespace Spotter.Web.Jobs;

/// <summary>How jobs are kept (section "Jobs"). What is wanted of playlists is not among them: that is in the database.</summary>
public sealed record JobsOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Jobs";

    /// <summary>Where.</summary>
    [Display(Name = "History of jobs")]
    public JobStorageKind Storage { get; set; } = JobStorageKind.Sqlite;
}
