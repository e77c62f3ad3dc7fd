using System.Globalization;
using Spotter.Core.Playlists;
using Spotter.Core.Providers;
using Spotter.Core.Targets;
using Spotter.Core.Tracks;

namespace Spotter.Core.Sync;

/// <summary>What runs say of themselves.</summary>
internal static class SyncSentences
{
    private const int MaxTitles = 50;

    /// <summary>What is said where the server shows something else than what was written a moment ago.</summary>
    public static string ChangedMeanwhile(ServerName server) => $"The playlist was changed {server.Place} while it was written; the next sync looks at it again.";

    /// <summary>What is said where nothing could be matched and there is a target.</summary>
    public static string NothingMatched(ServerName server) => $"No track was found in your library. The playlist {server.Place} was left as it is.";

    public static string Songs(int count) => count == 1 ? "1 song" : string.Create(CultureInfo.InvariantCulture, $"{count:N0} songs");

    public static string Playlists(int count) => count == 1 ? "1 playlist" : string.Create(CultureInfo.InvariantCulture, $"{count:N0} playlists");

    /// <summary>What a run wrote.</summary>
    /// <param name="diff">Against what it found.</param>
    /// <param name="report">The matches.</param>
    /// <param name="before">The target as it was found, or null.</param>
    /// <param name="plan">What it should be.</param>
    public static string Written(TargetDiff diff, MatchReport report, Target? before, TargetPlan plan)
    {
        var found = report.NewlyMatched == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" {report.NewlyMatched:N0} newly matched.");
        if (before is null)
        {
            return $"Created with {Songs(diff.Added.Count)}.{found}{Unmatched(report)}";
        }

        if (diff.IsEmpty)
        {
            return before.Summary.Name == plan.Name && before.Summary.Comment == plan.Comment
                ? $"Nothing had to be written.{found}{Unmatched(report)}"
                : $"Songs unchanged; name or comment brought up to date.{found}{Unmatched(report)}";
        }

        return $"Updated: {Parts(diff.Added.Count, diff.Removed.Count, diff.Moved.Count)}.{found}{Unmatched(report)}";
    }

    /// <summary>The note about what somebody changed on the server; null where nothing.</summary>
    public static TargetDrift? DriftOf(TargetDiff drift, EditPolicy policy, Target target, LeftContent left, DateTimeOffset at) => drift.IsEmpty
        ? null
        : new TargetDrift
        {
            At = at,
            Policy = policy,
            Added = drift.Added.Count,
            Removed = drift.Removed.Count,
            Moved = drift.Moved.Count,
            AddedTitles = Titles(drift.Added, target.Entries),
            RemovedTitles = Titles(drift.Removed, left.Songs.Select(row => row.Song)),
            MovedTitles = Titles(drift.Moved, target.Entries),
        };

    /// <summary>What became of it, as a further sentence.</summary>
    public static string Drifted(TargetDrift? drift, ServerName server)
    {
        if (drift is null)
        {
            return "";
        }

        var changes = Parts(drift.Added, drift.Removed, drift.Moved);
        return drift.Policy == EditPolicy.KeepAdded && drift.Added > 0
            ? $" Changed {server.Place} since the last sync: {changes}. What was added there stays."
            : $" Changed {server.Place} since the last sync: {changes}. The source won.";
    }

    public static IReadOnlyList<string> Titles(IEnumerable<string> songIds, IEnumerable<Song> songs)
    {
        var byId = songs.DistinctBy(song => song.Id).ToDictionary(song => song.Id, StringComparer.Ordinal);
        return [.. songIds.Take(MaxTitles).Select(id => byId.TryGetValue(id, out var song) ? $"{song.Artist} – {song.Title}" : id)];
    }

    private static string Parts(int added, int removed, int moved)
    {
        string[] parts = [Part(added, "added"), Part(removed, "removed"), Part(moved, "moved")];
        return string.Join(", ", parts.Where(part => part.Length > 0));
    }

    private static string Part(int count, string what) => count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{count:N0} {what}");

    private static string Unmatched(MatchReport report)
        => (report.Review, report.Missing) switch
        {
            (0, 0) => "",
            (var review, 0) => string.Create(CultureInfo.InvariantCulture, $" {review:N0} to review."),
            (0, var missing) => string.Create(CultureInfo.InvariantCulture, $" {missing:N0} missing."),
            var (review, missing) => string.Create(CultureInfo.InvariantCulture, $" {review:N0} to review, {missing:N0} missing."),
        };
}
