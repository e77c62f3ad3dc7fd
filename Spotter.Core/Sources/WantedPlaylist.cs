namespace Spotter.Core.Sources;

/// <summary>A playlist that the user chose and that has not been read yet. Stored, so that no crash and no rate limit loses the wish.</summary>
/// <param name="RemoteId">The source's id.</param>
/// <param name="Name">Its name as listed.</param>
/// <param name="KeepInSync">Whether sync is switched on as soon as it is read.</param>
public sealed record WantedPlaylist(string RemoteId, string Name, bool KeepInSync);
