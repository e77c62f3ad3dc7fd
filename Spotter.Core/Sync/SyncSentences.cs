using System.Globalization;
using Spotter.Core.Targets;
using Spotter.Core.Tracks;

namespace Spotter.Core.Sync;

/// <summary>What runs say of themselves.</summary>
internal static class SyncSentences
{
    private const int MaxTitles = 50;

    public static string Songs(int count) => count == 1 ? "1 song" : string.Create(CultureInfo.InvariantCulture, $"{count:N0} songs");

    public static string Written(TargetDiff diff, MatchReport report, bool isNew)
    {
        if (isNew)
        {
            return $"Created with {Songs(diff.Added.Count)}.{Unmatched(report)}";
        }

        if (diff.IsEmpty)
        {
            return $"Songs unchanged; name or comment brought up to date.{Unmatched(report)}";
        }

        string[] parts = [Part(diff.Added.Count, "added"), Part(diff.Removed.Count, "removed"), Part(diff.Moved.Count, "moved")];
        return $"Updated: {string.Join(", ", parts.Where(part => part.Length > 0))}.{Unmatched(report)}";
    }

    public static IReadOnlyList<string> Titles(IEnumerable<string> songIds, IEnumerable<Song> songs)
    {
        var byId = songs.DistinctBy(song => song.Id).ToDictionary(song => song.Id, StringComparer.Ordinal);
        return [.. songIds.Take(MaxTitles).Select(id => byId.TryGetValue(id, out var song) ? $"{song.Artist} – {song.Title}" : id)];
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
