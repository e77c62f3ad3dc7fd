namespace Spotter.Core.Formats;

/// <summary>What one user has said so far of how the files of their playlists are to be read.</summary>
/// <param name="byRemoteId">The choices by <see cref="PlaylistFile.RemoteId"/>.</param>
public sealed class KnownReadings(IReadOnlyDictionary<string, ReadingChoice> byRemoteId)
{
    /// <summary>Nothing was said yet.</summary>
    public static KnownReadings None { get; } = new(new Dictionary<string, ReadingChoice>());

    /// <summary>Every code page that was named for some playlist, once.</summary>
    public IReadOnlyList<string> CodePages { get; } = [.. byRemoteId.Values.Select(choice => choice.CodePage).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Moves with whatever was said; empty where nothing was.</summary>
    public string Stamp { get; } = string.Join('|', byRemoteId.OrderBy(said => said.Key, StringComparer.Ordinal)
        .Select(said => $"{said.Key}:{said.Value.CodePage}:{said.Value.IsTitleFirst}"));

    /// <summary>What was said of this playlist, or null.</summary>
    public ReadingChoice? Find(string remoteId) => byRemoteId.GetValueOrDefault(remoteId);
}
