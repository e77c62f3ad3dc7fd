namespace Spotter.Core.Targets;

/// <summary>How a list is brought to its new content. Stored as text while a write is under way.</summary>
public enum WriteWay
{
    /// <summary>It holds what it should.</summary>
    Nothing,

    /// <summary>One call creates it or replaces its content: people see the old list or the new one.</summary>
    Whole,

    /// <summary>What is there stays, and the rest is added at the end: people see the list grow.</summary>
    Append,

    /// <summary>A few rows are taken out, added or moved by their position.</summary>
    Edit,

    /// <summary>The first piece replaces what is there, and the others follow at once.</summary>
    Pieces,
}
