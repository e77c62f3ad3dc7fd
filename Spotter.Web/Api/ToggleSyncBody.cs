namespace Spotter.Web.Api;

/// <summary>Whether a playlist is synced.</summary>
/// <param name="Enabled">Whether sync is on.</param>
/// <param name="OnDisable">When switching off: keep or delete the playlist on the music server. If left out, the configuration
/// decides.</param>
public sealed record ToggleSyncBody(bool? Enabled, OnDisable? OnDisable);
