namespace Spotter.Core.Providers.ListenBrainz;

/// <summary>
/// The lists that ListenBrainz makes anew each day or week, each time under a new id. To Spotter a series is one playlist, whose content is
/// that of the newest.
/// </summary>
internal static class ListenBrainzSeries
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["daily-jams"] = "Daily Jams",
        ["weekly-jams"] = "Weekly Jams",
        ["weekly-exploration"] = "Weekly Exploration",
    };

    /// <summary>The series that a list belongs to, or null where it stands for itself.</summary>
    public static string? Of(ListenBrainzPayloads.Playlist playlist)
        => playlist.Extension?.MusicBrainz?.AdditionalMetadata?.AlgorithmMetadata?.SourcePatch is { } patch && Names.ContainsKey(patch) ? patch : null;

    /// <summary>A series' name for people.</summary>
    public static string NameOf(string series) => Names[series];

    /// <summary>The remote id of a user's series; it never changes.</summary>
    public static string RemoteId(string series, string user) => $"{series}:{user.ToLowerInvariant()}";

    /// <summary>The series behind a remote id, or null where that is a list of its own.</summary>
    public static string? Find(string remoteId) => remoteId.Split(':') is [var series, _] && Names.ContainsKey(series) ? series : null;
}
