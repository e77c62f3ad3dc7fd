using Spotter.Core.Facts;
using Spotter.Core.Matching;
using Spotter.Core.Playlists;
using Spotter.Core.Targets;

namespace Spotter.Core.Sync;

/// <summary>What a run is going to do, decided before the first write. Pure: preview, pairing and the real sync share it.</summary>
/// <param name="Plan">What the target should be.</param>
/// <param name="Diff">The difference from what the target holds now.</param>
/// <param name="Verdict">The safety rule that holds the run back, or null.</param>
/// <param name="DesiredFingerprint">A hash of everything that source and matches ask for.</param>
/// <param name="IsUnchanged">Whether there is nothing to write: the source asks for the same as last time, and the target still looks as we
/// left it.</param>
public sealed record SyncDecision(TargetPlan Plan, TargetDiff Diff, SafetyVerdict? Verdict, string DesiredFingerprint, bool IsUnchanged)
{
    /// <summary>How the last written content, the target's current content and the source are merged.</summary>
    public required TargetMerge Merge { get; init; }

    /// <summary>Whether the list shows nothing but may hold rows of missing files that would reappear with them: it is emptied
    /// anyway.</summary>
    public bool ClearsHiddenRows { get; private init; }

    /// <summary>Makes the decision.</summary>
    /// <param name="playlist">The row: what was written last, and under which name.</param>
    /// <param name="sourceName">The source's display name, for the comment.</param>
    /// <param name="report">The matches.</param>
    /// <param name="finding">The target as found on the server.</param>
    /// <param name="lastWritten">What we left there, or null.</param>
    /// <param name="index">The library.</param>
    /// <param name="rules">The current safety rules.</param>
    /// <param name="server">The server's name.</param>
    /// <param name="awaitsAnswer">Whether the server was set up from scratch and this write waits for the user's answer.</param>
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

    /// <summary>A hash of what source and matches ask for under an edit policy.</summary>
    internal static string DesiredFingerprintOf(EditPolicy policy, string name, string comment, IEnumerable<string> wanted)
        => TargetPlan.FingerprintOf([policy == EditPolicy.Mirror ? "" : policy.ToString(), name, comment, .. wanted]);
}
