namespace Spotter.Core.Providers;

/// <summary>Why an external service could not do what was asked, sorted by what happens next.</summary>
public enum ProviderFailure
{
    /// <summary>Not reachable, too slow, or out of order: try later.</summary>
    Unavailable,

    /// <summary>The credentials are refused: the user signs in again, and nothing is tried until then.</summary>
    Unauthorized,

    /// <summary>What was asked for is not there, or not to be seen by this user: mark it, keep ours.</summary>
    NotFound,

    /// <summary>The service answers, but refuses this act: not the owner, or read-only.</summary>
    Forbidden,

    /// <summary>The call carries more than the service takes at once; it has done nothing of it. What it takes is known better now: send less.</summary>
    TooMuch,

    /// <summary>The answer is not what its documents promise: a proxy's login page, broken JSON, a bug on one side.</summary>
    Malformed,
}
