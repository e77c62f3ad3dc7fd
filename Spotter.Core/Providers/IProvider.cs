namespace Spotter.Core.Providers;

/// <summary>An external service as one account sees it. The capabilities that it implements say what it can do.</summary>
public interface IProvider
{
    /// <summary>The kind of service as a stable word, which is also stored: "navidrome", "file".</summary>
    string Kind { get; }
}
