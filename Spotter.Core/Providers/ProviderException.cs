using Spotter.Core.Facts;

namespace Spotter.Core.Providers;

/// <summary>An external service could not do what was asked. Carries no credentials and no addresses with credentials.</summary>
public sealed class ProviderException : Exception
{
    /// <summary>Creates it.</summary>
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

    /// <summary>What happened, for people; the message is for whoever reads a stack trace.</summary>
    public Fact Reason { get; }

    /// <summary>When the service asks to be left alone until, or null.</summary>
    public DateTimeOffset? RetryAt { get; init; }
}
