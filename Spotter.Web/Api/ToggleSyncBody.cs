namespace Spotter.Web.Api;

/// <summary>Whether a playlist is kept in sync.</summary>
/// <param name="Enabled">On or off.</param>
/// <param name="OnDisable">When switching off: keep or delete the playlist in the music server; left out, the configuration decides.</param>
public sealed record ToggleSyncBody(bool? Enabled, OnDisable? OnDisable);
