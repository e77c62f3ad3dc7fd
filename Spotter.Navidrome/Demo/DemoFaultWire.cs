namespace Spotter.Navidrome.Demo;

/// <summary>How a connection fails.</summary>
internal enum DemoFaultWire
{
    /// <summary>It does not fail.</summary>
    Whole,

    /// <summary>It is closed before a byte is sent.</summary>
    Cut,

    /// <summary>It stays open, and nothing is sent.</summary>
    Hang,

    /// <summary>Half of the answer is sent, and then nothing.</summary>
    Dribble,

    /// <summary>Half of the answer is sent, then it is closed.</summary>
    Truncate,
}
