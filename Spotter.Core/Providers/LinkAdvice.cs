namespace Spotter.Core.Providers;

/// <summary>What the user can do if a playlist cannot be read from its link.</summary>
/// <param name="Sentence">The obstacle and what to do about it, for display.</param>
public sealed record LinkAdvice(string Sentence)
{
    /// <summary>The kind of the service to connect, or null if that does not help.</summary>
    public string? ConnectKind { get; init; }

    /// <summary>Whether an exported file helps.</summary>
    public bool SuggestsFile { get; init; }
}
