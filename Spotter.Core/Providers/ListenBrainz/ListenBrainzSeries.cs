namespace Spotter.Core.Providers.ListenBrainz;

/// <summary>
/// The playlists that ListenBrainz creates every day or week, each time with a new id. For Spotter a series is one playlist with the
/// content of the newest one.
/// </summary>
internal static class ListenBrainzSeries
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["daily-jams"] = "Daily Jams",
        ["weekly-jams"] = "Weekly Jams",
        ["weekly-exploration"] = "Weekly Exploration",
    };

    /// <summary>The series of a playlist, or null if it does not belong to one.</summary>
    public static string? Of(ListenBrainzPayloads.Playlist playlist)
        => playlist.Extension?.MusicBrainz?.AdditionalMetadata?.AlgorithmMetadata?.SourcePatch is { } patch && Names.ContainsKey(patch) ? patch : null;

    /// <summary>A series' display name.</summary>
    public static string NameOf(string series) => Names[series];

    /// <summary>The remote id of a user's series. It never changes.</summary>
    public static string RemoteId(string series, string user) => $"{series}:{user.ToLowerInvariant()}";

    /// <summary>The series with a remote id, or null if the id belongs to a single playlist.</summary>
    public static string? Find(string remoteId) => remoteId.Split(':') is [var series, _] && Names.ContainsKey(series) ? series : null;
}
