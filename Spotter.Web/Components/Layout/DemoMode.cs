namespace Spotter.Web.Components.Layout;

/// <summary>Whether Spotter runs with its built-in library, since no server is configured.</summary>
public sealed record DemoMode(bool IsDemo);
