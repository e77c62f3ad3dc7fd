namespace Spotter.Core.Formats;

/// <summary>The decisions that a user has made about how to read the files of single playlists.</summary>
/// <param name="byRemoteId">The choices by <see cref="PlaylistFile.RemoteId"/>.</param>
/// <param name="ofAll">A choice for whatever is read, which comes before those. Null if there is none.</param>
public sealed class KnownReadings(IReadOnlyDictionary<string, ReadingChoice> byRemoteId, ReadingChoice? ofAll = null)
{
    /// <summary>No decisions.</summary>
    public static KnownReadings None { get; } = new(new Dictionary<string, ReadingChoice>());

    /// <summary>Every code page that was chosen for any playlist, without duplicates. Only that one if one was chosen for all.</summary>
    public IReadOnlyList<string> CodePages { get; } = ofAll?.CodePage is { } one ? [one] : [.. byRemoteId.Values.Select(choice => choice.CodePage).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Changes whenever a decision changes. Empty if there are none.</summary>
    public string Stamp { get; } = string.Join('|', byRemoteId.OrderBy(said => said.Key, StringComparer.Ordinal)
        .Select(said => $"{said.Key}:{said.Value.CodePage}:{said.Value.IsTitleFirst}")) + ofAll;

    /// <summary>The decision about a playlist, or null.</summary>
    public ReadingChoice? Find(string remoteId)
        => byRemoteId.GetValueOrDefault(remoteId) is var own && ofAll is null ? own : new(ofAll.CodePage ?? own?.CodePage, ofAll.IsTitleFirst ?? own?.IsTitleFirst);

    /// <summary>These decisions, and one for all playlists of a file that is about to be read.</summary>
    public KnownReadings With(ReadingChoice choice) => new(byRemoteId, choice);
}
