namespace Spotter.Core.Sources;

/// <summary>The state of a connection. Stored as text.</summary>
public enum SourceConnectionState
{
    /// <summary>The last call succeeded.</summary>
    Working,

    /// <summary>The last call failed. It is tried again automatically at a known time.</summary>
    Retrying,

    /// <summary>The service refuses the sign-in: nothing is tried until the user acts.</summary>
    NeedsUser,
}
