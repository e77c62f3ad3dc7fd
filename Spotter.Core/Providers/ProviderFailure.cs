namespace Spotter.Core.Providers;

/// <summary>Why an external service could not do what was asked, sorted by what happens next.</summary>
public enum ProviderFailure
{
    /// <summary>Unreachable, too slow, or broken: try again later.</summary>
    Unavailable,

    /// <summary>The credentials are refused: the user must sign in again, and nothing is tried until then.</summary>
    Unauthorized,

    /// <summary>It does not exist, or this user may not see it: mark it and keep our copy.</summary>
    NotFound,

    /// <summary>The service works but refuses this action: not the owner, or read-only.</summary>
    Forbidden,

    /// <summary>The call carries more than the service accepts at once, and nothing of it was done. The limit is now known better: send
    /// less.</summary>
    TooMuch,

    /// <summary>The answer is not what the documentation promises: a proxy's login page, broken JSON, a bug on either side.</summary>
    Malformed,
}
