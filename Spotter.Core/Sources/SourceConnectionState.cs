namespace Spotter.Core.Sources;

/// <summary>How a connection stands. Stored as text.</summary>
public enum SourceConnectionState
{
    /// <summary>The last call went well.</summary>
    Working,

    /// <summary>The last call failed; it is tried again by itself at a time that is known.</summary>
    Retrying,

    /// <summary>The service refuses the sign-in: nothing is tried until the user does something.</summary>
    NeedsUser,
}
