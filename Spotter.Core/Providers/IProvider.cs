namespace Spotter.Core.Providers;

/// <summary>An external service seen through one account's eyes. What it can do is said by the capabilities it implements.</summary>
public interface IProvider
{
    /// <summary>A written word, stored as such: "navidrome", "file".</summary>
    string Kind { get; }
}
