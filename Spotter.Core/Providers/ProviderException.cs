using Spotter.Core.Facts;

namespace Spotter.Core.Providers;

/// <summary>An external service could not do what was asked. It contains no credentials and no addresses with credentials.</summary>
public sealed class ProviderException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="kind">The kind of the provider ("navidrome").</param>
    /// <param name="failure">What happens next.</param>
    /// <param name="reason">What happened.</param>
    /// <param name="innerException">The cause, for the log.</param>
    public ProviderException(string kind, ProviderFailure failure, Fact reason, Exception? innerException = null)
        : base(reason.ToString(), innerException)
    {
        Kind = kind;
        Failure = failure;
        Reason = reason;
    }

    /// <summary>The kind of the provider.</summary>
    public string Kind { get; }

    /// <summary>What happens next.</summary>
    public ProviderFailure Failure { get; }

    /// <summary>What happened, for users. The exception's message is for readers of a stack trace.</summary>
    public Fact Reason { get; }

    /// <summary>The earliest time at which the service accepts another try, or null.</summary>
    public DateTimeOffset? RetryAt { get; init; }
}
