namespace Spotter.Core.Persistence;

/// <summary>Why the database cannot be read or written, for reasons outside of Spotter and of the request.</summary>
public enum DatabaseTrouble
{
    /// <summary>Another writer has been writing for too long.</summary>
    Busy,

    /// <summary>There is no space left on the disk or in the database.</summary>
    Full,

    /// <summary>The file can be read but not written.</summary>
    ReadOnly,

    /// <summary>The file cannot be opened or read: it is missing or damaged, or its disk is.</summary>
    Unreadable,
}
