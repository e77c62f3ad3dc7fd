namespace Spotter.Core.Persistence;

/// <summary>What keeps the database from taking or giving something, through no fault of Spotter's and of nobody's request.</summary>
public enum DatabaseTrouble
{
    /// <summary>Somebody else is writing, and has been for longer than one waits.</summary>
    Busy,

    /// <summary>The disk, or the database itself, has no room left.</summary>
    Full,

    /// <summary>The file may be read, but not written.</summary>
    ReadOnly,

    /// <summary>The file cannot be opened or read: it is gone, damaged, or its disk is.</summary>
    Unreadable,
}
