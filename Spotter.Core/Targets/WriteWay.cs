namespace Spotter.Core.Targets;

/// <summary>How a list gets its new content. Stored as text during a write.</summary>
public enum WriteWay
{
    /// <summary>It already holds what it should.</summary>
    Nothing,

    /// <summary>One call creates it or replaces its content: listeners see the old list or the new one.</summary>
    Whole,

    /// <summary>The current content stays, and the rest is added at the end: listeners see the list grow.</summary>
    Append,

    /// <summary>A few rows are removed, added or moved by their position.</summary>
    Edit,

    /// <summary>The first piece replaces the content, and the others follow at once.</summary>
    Pieces,
}
