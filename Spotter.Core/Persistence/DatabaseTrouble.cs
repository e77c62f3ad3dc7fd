namespace Spotter.Core.Persistence;

/// <summary>Why the database cannot be read or written, for reasons outside of Spotter and of the request.</summary>
public enum DatabaseTrouble
{
    /// <summary>Another writer has been writing for too long.</summary>
    Busy,

    /// <summary>There is no space left on the disk or in the database.</summary>
    Full,

    /// <summary>The database can be read but not written.</summary>
    ReadOnly,

    /// <summary>The database cannot be opened or read: it is missing or damaged, or its disk is, or its server refuses us.</summary>
    Unreadable,

    /// <summary>The database server cannot be reached, or is starting or stopping.</summary>
    Away,
}
