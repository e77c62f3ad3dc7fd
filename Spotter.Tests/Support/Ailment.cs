namespace Spotter.Tests.Support;

/// <summary>What may be wrong with a database or the process that uses it, at one of its writes or commits.</summary>
internal enum Ailment
{
    /// <summary>Somebody else holds it.</summary>
    Locked,

    /// <summary>Its disk has no room.</summary>
    Full,

    /// <summary>It may not be written.</summary>
    ReadOnly,

    /// <summary>Its disk fails.</summary>
    Broken,

    /// <summary>Its disk fails at a commit, but only after that was stored.</summary>
    BrokenAfterwards,

    /// <summary>The power goes before it is stored.</summary>
    PowerCut,

    /// <summary>The power goes once it is stored.</summary>
    PowerCutAfterwards,
}
