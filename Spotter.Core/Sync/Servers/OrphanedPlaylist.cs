namespace Spotter.Core.Sync.Servers;

/// <summary>A playlist whose target was lost with its server.</summary>
/// <param name="Id">The playlist.</param>
/// <param name="Name">The name that its target had.</param>
public sealed record OrphanedPlaylist(int Id, string Name);
