using Spotter.Core.Facts;
using Spotter.Core.Matching;
using Spotter.Core.Playlists;
using Spotter.Core.Targets;

namespace Spotter.Core.Sync;

/// <summary>What a run is going to do, decided before the first write. Pure: preview, pairing and the real sync share it.</summary>
/// <param name="Plan">What the target should be.</param>
/// <param name="Diff">Against what it holds now.</param>
/// <param name="Verdict">The safety rule that holds it back, or null.</param>
/// <param name="DesiredFingerprint">A hash of everything that source and matches ask for.</param>
/// <param name="IsUnchanged">Whether nothing is to be written: the source asks for what it asked for last, and the target still looks as we left it.</param>
public sealed record SyncDecision(TargetPlan Plan, TargetDiff Diff, SafetyVerdict? Verdict, string DesiredFingerprint, bool IsUnchanged)
{
    /// <summary>How what we left, what stands there and what the source wants come together.</summary>
    public required TargetMerge Merge { get; init; }

    /// <summary>Whether the list shows nothing, but may hold rows of missing files that would come back with them: it is emptied all the same.</summary>
    public bool ClearsHiddenRows { get; private init; }

    /// <summary>Decides.</summary>
    /// <param name="playlist">The row: what was written last, and by which name.</param>
    /// <param name="sourceName">The source in words, for the comment.</param>
    /// <param name="report">The matches.</param>
    /// <param name="finding">The target as found on the server.</param>
    /// <param name="lastWritten">What we left there, or null.</param>
    /// <param name="index">The library.</param>
    /// <param name="rules">The safety rules in force.</param>
    /// <param name="server">What the server is called.</param>
    /// <param name="awaitsAnswer">Whether the server was set up from scratch and this write waits for what the user says to that.</param>
    internal static SyncDecision Of(
        Playlist playlist, string sourceName, MatchReport report, TargetSearchResult finding, LastWrittenContent? lastWritten, LibraryIndex index, SafetyRules rules, ServerName server,
        bool awaitsAnswer)
    {
        var target = finding.Target;
        List<string> wanted = [.. report.Songs.Select(song => song.Id)];

        // Whoever deleted the list did not take its songs out: recreated, it holds what was kept in it.
        var found = target?.SongIds ?? lastWritten?.Entries.Where(entry => !entry.IsAbsent).Select(entry => entry.SongId).ToList() ?? [];
        bool Exists(string songId) => index.Holds(songId);
        var merge = TargetMerge.Of(lastWritten?.Entries, found, wanted, playlist.EditPolicy, Exists);
        var comment = TargetMarker.CommentOf(playlist.Marker, sourceName, report.Matched, report.Results.Count);
        var plan = new TargetPlan(target?.Summary.Id, playlist.WantedName, comment, merge.SongIds);
        var isFirstWrite = playlist.DesiredFingerprint is null;
        var verdict = rules.Judge(new SafetyFacts
        {
            Name = playlist.WantedName,
            Server = server,
            SourceBefore = playlist.SourceCountAtWrite,
            SourceNow = report.Results.Count,
            LibraryBefore = playlist.LibraryCountAtWrite,
            LibraryNow = index.Songs.Count,
            TargetNow = target?.Entries.Count ?? 0,
            TargetAfter = plan.SongIds.Count,
            IsFirstWrite = isFirstWrite && lastWritten is null,
            IsServerRenewed = awaitsAnswer,
            IsTargetGone = finding.IsGone,
            Candidates = finding.Candidates.Count,
            IsShrinkApproved = playlist.ApprovedSourceFingerprint is { } approved && approved == playlist.SourceFingerprint,
        });
        var desired = DesiredFingerprintOf(playlist.EditPolicy, plan.Name, comment, wanted);
        var isUnchanged = target is not null && !isFirstWrite
            && playlist.DesiredFingerprint == desired
            && playlist.TargetFingerprint == TargetPlan.FingerprintOf(target.SongIds)
            && target.Summary.Name == plan.Name
            && !(playlist.EditPolicy == EditPolicy.KeepAdded && lastWritten is not null && lastWritten.Entries.Any(entry => entry is { IsAbsent: true, IsUsers: true } && Exists(entry.SongId)));
        return new(plan, TargetDiff.Between(target?.SongIds ?? [], plan.SongIds), verdict, desired, isUnchanged)
        {
            Merge = merge,
            ClearsHiddenRows = target is { Entries.Count: 0 } && plan.SongIds.Count == 0 && lastWritten is { Songs.Count: > 0 },
        };
    }

    /// <summary>A hash of what source and matches ask for, under a policy.</summary>
    internal static string DesiredFingerprintOf(EditPolicy policy, string name, string comment, IEnumerable<string> wanted)
        => TargetPlan.FingerprintOf([policy == EditPolicy.Mirror ? "" : policy.ToString(), name, comment, .. wanted]);
}
