namespace Spotter.Tests.Support;

/// <summary>A fault of the database, or of the process that uses it, at one of its writes or commits.</summary>
internal enum Ailment
{
    /// <summary>Another process holds the lock.</summary>
    Locked,

    /// <summary>The disk is full.</summary>
    Full,

    /// <summary>The file is read-only.</summary>
    ReadOnly,

    /// <summary>The disk fails.</summary>
    Broken,

    /// <summary>The disk fails at a commit, but only after the data was stored.</summary>
    BrokenAfterwards,

    /// <summary>The power is cut before the data is stored.</summary>
    PowerCut,

    /// <summary>The power is cut after the data is stored.</summary>
    PowerCutAfterwards,
}
