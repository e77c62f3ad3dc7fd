using Spotter.Core.Facts;
using Spotter.Core.Playlists;
using Spotter.Core.Providers;
using Spotter.Core.Targets;
using Spotter.Core.Tracks;

namespace Spotter.Core.Sync;

/// <summary>Builds the facts that runs report from what they did.</summary>
internal static class SyncFacts
{
    private const int MaxTitles = 50;

    public static Fact StartOf(SyncOperation operation) => operation switch
    {
        SyncOperation.Sync => new Fact.SyncStarted(),
        SyncOperation.Remove => new Fact.RemovalStarted(),
        SyncOperation.Rebuild => new Fact.RebuildStarted(),
        SyncOperation.Pair => new Fact.PairingStarted(),
        SyncOperation.Restore => new Fact.RestoreStarted(),
    };

    /// <summary>What a playlist waits for if its library cannot be read yet.</summary>
    /// <param name="seen">How many files the scan has seen so far, or null if the server does not say.</param>
    public static Fact WaitingForScan(int? seen) => new Fact.WaitingForScan(seen is > 0 ? seen : null);

    /// <summary>What a run wrote.</summary>
    /// <param name="diff">The difference from what it found.</param>
    /// <param name="report">The matches.</param>
    /// <param name="before">The target as it was found, or null.</param>
    /// <param name="plan">What the target should be.</param>
    public static Fact Written(TargetDiff diff, MatchReport report, Target? before, TargetPlan plan)
    {
        Fact written = before is null ? new Fact.Created(diff.Added.Count)
            : !diff.IsEmpty ? new Fact.Updated(Changes(diff.Added.Count, diff.Removed.Count, diff.Moved.Count))
            : before.Summary.Name == plan.Name && before.Summary.Comment == plan.Comment ? new Fact.NothingWritten()
            : new Fact.DetailsWritten();
        return Fact.Of(written, report.NewlyMatched == 0 ? null : new Fact.NewlyMatched(report.NewlyMatched), Unmatched(report));
    }

    /// <summary>The note about what somebody changed on the server; null where nothing.</summary>
    public static TargetDrift? DriftOf(TargetDiff drift, EditPolicy policy, Target target, LastWrittenContent lastWritten, DateTimeOffset at) => drift.IsEmpty
        ? null
        : new TargetDrift
        {
            At = at,
            Policy = policy,
            Added = drift.Added.Count,
            Removed = drift.Removed.Count,
            Moved = drift.Moved.Count,
            AddedTitles = Titles(drift.Added, target.Entries),
            RemovedTitles = Titles(drift.Removed, lastWritten.Songs.Select(row => row.Song)),
            MovedTitles = Titles(drift.Moved, target.Entries),
        };

    /// <summary>What happened to those changes. Null if nobody changed anything.</summary>
    public static Fact? Drifted(TargetDrift? drift, ServerName server)
    {
        if (drift is null)
        {
            return null;
        }

        var changes = Changes(drift.Added, drift.Removed, drift.Moved);
        return drift.Policy == EditPolicy.KeepAdded && drift.Added > 0 ? new Fact.AdditionsKept(server, changes) : new Fact.EditsReplaced(server, changes);
    }

    /// <summary>Songs as "artist – title", at most fifty. For an unknown song, the id.</summary>
    public static IReadOnlyList<string> Titles(IEnumerable<string> songIds, IEnumerable<Song> songs)
    {
        var byId = songs.DistinctBy(song => song.Id).ToDictionary(song => song.Id, StringComparer.Ordinal);
        return [.. songIds.Take(MaxTitles).Select(id => byId.TryGetValue(id, out var song) ? $"{song.Artist} – {song.Title}" : id)];
    }

    private static FactList Changes(int added, int removed, int moved)
    {
        Fact?[] changes = [added == 0 ? null : new Fact.Added(added), removed == 0 ? null : new Fact.Removed(removed), moved == 0 ? null : new Fact.Moved(moved)];
        return [.. changes.OfType<Fact>()];
    }

    private static Fact.Unmatched? Unmatched(MatchReport report)
    {
        Fact?[] tracks = [report.Review == 0 ? null : new Fact.ToReview(report.Review), report.Missing == 0 ? null : new Fact.Missing(report.Missing)];
        return report.Review + report.Missing == 0 ? null : new([.. tracks.OfType<Fact>()]);
    }
}
