namespace Spotter.Core.Providers;

/// <summary>What is possible for a link whose playlist cannot be read from it.</summary>
/// <param name="Sentence">What stands in the way and what to do, for people.</param>
public sealed record LinkAdvice(string Sentence)
{
    /// <summary>The service whose connection helps, or null.</summary>
    public string? ConnectKind { get; init; }

    /// <summary>Whether an exported file helps.</summary>
    public bool SuggestsFile { get; init; }
}
