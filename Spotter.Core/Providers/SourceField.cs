using Spotter.Core.Facts;

namespace Spotter.Core.Providers;

/// <summary>A field of the form by which a source is connected.</summary>
/// <param name="Name">The key under which its value is kept; never changes.</param>
/// <param name="Label">What it is called.</param>
public sealed record SourceField(string Name, Fact Label)
{
    /// <summary>What to type, and where to find it; null where its name says it.</summary>
    public Fact? Hint { get; init; }

    /// <summary>The page at the service where the value is found, or null.</summary>
    public Uri? HintLink { get; init; }

    /// <summary>Whether it is a password, key or token, which is stored encrypted and never sent to the browser again.</summary>
    public bool IsSecret { get; init; }

    /// <summary>Whether it must be filled in.</summary>
    public bool IsRequired { get; init; }
}
