namespace Spotter.Core.Accounts;

/// <summary>The one music server of this installation (section "Navidrome").</summary>
public sealed record ServerOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Navidrome";

    /// <summary>Its address, a sub-path included; empty means demo mode.</summary>
    public string BaseUrl { get; set; } = "";

    /// <summary>Whether Spotter keeps a connection open on which Navidrome says that a scan has ended; default true. Without it a scan is noticed at the next scheduled look.</summary>
    public bool ListenToEvents { get; set; } = true;

    /// <summary>Headers sent with every request, for an authentication proxy in front of the server; default none.</summary>
    public Dictionary<string, string> ExtraHeaders { get; init; } = [];
}
