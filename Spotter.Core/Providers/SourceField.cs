namespace Spotter.Core.Providers;

/// <summary>A field of the form that connects a source.</summary>
/// <param name="Name">The key under which its value is stored. It never changes.</param>
/// <param name="Label">Its label.</param>
public sealed record SourceField(string Name, string Label)
{
    /// <summary>A sentence that says what to enter and where to find it.</summary>
    public string? Hint { get; init; }

    /// <summary>The page at the service where the value is found, or null.</summary>
    public Uri? HintLink { get; init; }

    /// <summary>Whether it is a password, key or token, which is stored encrypted and never sent to the browser again.</summary>
    public bool IsSecret { get; init; }

    /// <summary>Whether it must be filled in.</summary>
    public bool IsRequired { get; init; }
}
