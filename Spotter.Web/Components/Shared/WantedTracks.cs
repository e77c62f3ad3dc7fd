using Spotter.Core.Matching;
using Spotter.Core.Tracks;

namespace Spotter.Web.Components.Shared;

/// <summary>Groups playlist rows by the track they want: rows that share a decision key, and rows of the same track with other ids.</summary>
public static class WantedTracks
{
    /// <summary>The rows of each wanted track, in the order of their first rows.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="id">A row's id. The lowest id of a key determines the key's track, whatever the order of the rows.</param>
    /// <param name="key">The key of its decisions.</param>
    /// <param name="track">The track.</param>
    public static IEnumerable<IReadOnlyList<TRow>> Group<TRow>(IReadOnlyList<TRow> rows, Func<TRow, long> id, Func<TRow, string> key, Func<TRow, SourceTrack> track)
    {
        var wanted = rows.GroupBy(key, StringComparer.Ordinal).ToDictionary(group => group.Key, group => TrackKey.OfWanted(track(group.MinBy(id)!)), StringComparer.Ordinal);
        return rows.GroupBy(row => wanted[key(row)], StringComparer.Ordinal).Select(group => group.ToList());
    }
}
