using System.ComponentModel.DataAnnotations;

namespace Spotter.Web.Jobs;

/// <summary>Where Hangfire keeps its jobs and their history.</summary>
public enum JobStorageKind
{
    /// <summary>In a separate file beside the database, so that history and figures survive a restart.</summary>
    [Display(Name = "in a file beside the database")]
    Sqlite,

    /// <summary>In memory, until Spotter ends.</summary>
    [Display(Name = "in memory")]
    Memory,

    /// <summary>In the PostgreSQL database, in a schema of its own.</summary>
    [Display(Name = "on the database server")]
    PostgreSql,
}
