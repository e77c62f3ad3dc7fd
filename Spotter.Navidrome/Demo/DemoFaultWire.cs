namespace Spotter.Navidrome.Demo;

/// <summary>How a connection fails.</summary>
internal enum DemoFaultWire
{
    /// <summary>It does not.</summary>
    Whole,

    /// <summary>It is cut before a byte is sent.</summary>
    Cut,

    /// <summary>It stays open, and nothing comes.</summary>
    Hang,

    /// <summary>Half of the answer comes, and then nothing.</summary>
    Dribble,

    /// <summary>Half of the answer comes, then it is cut.</summary>
    Truncate,
}
