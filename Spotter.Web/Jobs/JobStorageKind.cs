using System.ComponentModel.DataAnnotations;

namespace Spotter.Web.Jobs;

/// <summary>Where Hangfire keeps its jobs and their history.</summary>
public enum JobStorageKind
{
    /// <summary>In a file of its own beside the database: the history and the figures outlive a restart.</summary>
    [Display(Name = "in a file beside the database")]
    Sqlite,

    /// <summary>In memory, until Spotter ends.</summary>
    [Display(Name = "in memory")]
    Memory,
}
