using Spotter.Core.Playlists;
using Spotter.Core.Providers;
using Spotter.Core.Targets;

namespace Spotter.Core.Sync;

/// <summary>What a run is going to do, decided before the first write. Pure: preview, pairing and the real sync share it.</summary>
/// <param name="Plan">What the target should be.</param>
/// <param name="Diff">Against what it holds now.</param>
/// <param name="Verdict">The safety rule that holds it back, or null.</param>
/// <param name="DesiredFingerprint">A hash of everything the plan asks for.</param>
/// <param name="IsUnchanged">Whether nothing is to be written: the plan is the last one, and the target still looks as we left it.</param>
public sealed record SyncDecision(TargetPlan Plan, TargetDiff Diff, SafetyVerdict? Verdict, string DesiredFingerprint, bool IsUnchanged)
{
    /// <summary>Decides.</summary>
    /// <param name="playlist">The row: what was written last, and by which name.</param>
    /// <param name="sourceName">The source in words, for the comment.</param>
    /// <param name="report">The matches.</param>
    /// <param name="target">The target as found on the server, or null.</param>
    /// <param name="isTargetGone">Whether a target that we knew is gone.</param>
    /// <param name="libraryCount">Songs in the library.</param>
    /// <param name="rules">The safety rules in force.</param>
    public static SyncDecision Of(
        Playlist playlist, string sourceName, MatchReport report, Target? target, bool isTargetGone, int libraryCount, SafetyRules rules)
    {
        var songIds = report.Songs.Select(song => song.Id).ToList();
        var comment = TargetMarker.CommentOf(playlist.Marker, sourceName, report.Matched, report.Results.Count);
        var plan = new TargetPlan(target?.Summary.Id, playlist.WantedName, comment, songIds);
        var isFirstWrite = playlist.DesiredFingerprint is null;
        var verdict = rules.Judge(new SafetyFacts
        {
            Name = playlist.WantedName,
            SourceBefore = playlist.SourceCountAtWrite,
            SourceNow = report.Results.Count,
            LibraryBefore = playlist.LibraryCountAtWrite,
            LibraryNow = libraryCount,
            TargetNow = target?.Entries.Count ?? 0,
            TargetAfter = songIds.Count,
            IsFirstWrite = isFirstWrite,
            IsTargetGone = isTargetGone,
            IsShrinkApproved = playlist.ApprovedSourceFingerprint is { } approved && approved == playlist.SourceFingerprint,
        });
        var desired = TargetPlan.FingerprintOf([plan.Name, plan.Comment, .. songIds]);
        var isUnchanged = target is not null && !isFirstWrite
            && playlist.DesiredFingerprint == desired
            && playlist.TargetFingerprint == TargetPlan.FingerprintOf(target.SongIds)
            && target.Summary.Name == plan.Name;
        return new(plan, TargetDiff.Between(target?.SongIds ?? [], songIds), verdict, desired, isUnchanged);
    }
}
