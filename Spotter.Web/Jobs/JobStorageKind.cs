namespace Spotter.Web.Jobs;

/// <summary>Where Hangfire keeps its jobs and their history.</summary>
public enum JobStorageKind
{
    /// <summary>In a file of its own beside the database: the history and the figures outlive a restart.</summary>
    Sqlite,

    /// <summary>In memory, until Spotter ends.</summary>
    Memory,
}
