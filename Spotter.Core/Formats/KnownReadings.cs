namespace Spotter.Core.Formats;

/// <summary>The decisions that a user has made about how to read the files of single playlists.</summary>
/// <param name="byRemoteId">The choices by <see cref="PlaylistFile.RemoteId"/>.</param>
public sealed class KnownReadings(IReadOnlyDictionary<string, ReadingChoice> byRemoteId)
{
    /// <summary>No decisions.</summary>
    public static KnownReadings None { get; } = new(new Dictionary<string, ReadingChoice>());

    /// <summary>Every code page that was chosen for any playlist, without duplicates.</summary>
    public IReadOnlyList<string> CodePages { get; } = [.. byRemoteId.Values.Select(choice => choice.CodePage).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Changes whenever a decision changes. Empty if there are none.</summary>
    public string Stamp { get; } = string.Join('|', byRemoteId.OrderBy(said => said.Key, StringComparer.Ordinal)
        .Select(said => $"{said.Key}:{said.Value.CodePage}:{said.Value.IsTitleFirst}"));

    /// <summary>The decision about a playlist, or null.</summary>
    public ReadingChoice? Find(string remoteId) => byRemoteId.GetValueOrDefault(remoteId);
}
