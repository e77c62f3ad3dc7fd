using System.ComponentModel.DataAnnotations;

namespace Spotter.Web.Jobs;

/// <summary>How jobs are kept (section "Jobs"). This does not affect requests, which are in the database.</summary>
public sealed record JobsOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Jobs";

    /// <summary>Where they are kept.</summary>
    [Display(Name = "History of jobs")]
    public JobStorageKind Storage { get; set; } = JobStorageKind.Sqlite;
}
