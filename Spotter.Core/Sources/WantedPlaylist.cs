namespace Spotter.Core.Sources;

/// <summary>A playlist that the user chose and that has not been read yet. Stored, so that it survives crashes and rate limits.</summary>
/// <param name="RemoteId">The source's id.</param>
/// <param name="Name">Its name as listed.</param>
/// <param name="KeepInSync">Whether sync is switched on as soon as it has been read.</param>
public sealed record WantedPlaylist(string RemoteId, string Name, bool KeepInSync);
