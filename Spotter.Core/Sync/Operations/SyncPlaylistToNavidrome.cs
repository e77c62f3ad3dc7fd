using Spotter.Core.Library;
using Spotter.Core.Matching;
using Spotter.Core.Playlists;
using Spotter.Core.Providers;
using Spotter.Core.Targets;

namespace Spotter.Core.Sync.Operations;

/// <summary>Matches every track, then creates the target or replaces its content in place, in source order.</summary>
public sealed class SyncPlaylistToNavidrome(
    PlaylistReader reader,
    LibraryIndexCache library,
    PlaylistMatching matching,
    ProviderRegistry providers,
    TargetCreation creation,
    TargetWriter writer,
    SafetyRulesSource safety,
    SyncReadingProgress reading)
{
    /// <summary>Runs it.</summary>
    internal async Task<SyncOutcome> RunAsync(SyncLease lease, CancellationToken cancellationToken)
    {
        var syncer = await providers.GetAsync<IPlaylistSyncer>(ProviderKinds.Navidrome, lease.AccountId, cancellationToken);
        await creation.ResumeAsync(lease, syncer, cancellationToken);
        var content = await reader.FindAsync(lease.UserId, lease.PlaylistId, cancellationToken) ?? throw new LeaseLostException();
        if (!content.Playlist.SyncEnabled)
        {
            return new() { Signal = SyncSignal.Removed, EventType = SyncEventType.Skipped, Message = "Sync is off; nothing was done." };
        }

        var index = await library.GetFreshAsync(lease.AccountId, reading.For(lease), cancellationToken);
        var report = await matching.RunAsync(lease, content, index, cancellationToken);
        var (target, isGone) = await TargetFinder.FindAsync(content.Playlist, syncer, cancellationToken);
        FollowRename(content.Playlist, target);
        var decision = Decide(content, report, target, isGone, index);
        if (ReasonNotToWrite(lease, content.Playlist, report, decision, target) is { } outcome)
        {
            if (outcome.Signal is SyncSignal.WrittenInFull or SyncSignal.WrittenInPart)
            {
                await creation.FinishAsync(lease, syncer, cancellationToken);
            }

            return outcome;
        }

        var written = await WriteAsync(lease, syncer, target, decision.Plan, isRepair: false, cancellationToken);
        if (written is null || !written.SongIds.SequenceEqual(decision.Plan.SongIds))
        {
            // The server does not know an id that the library named: read it again, match again, write again, once.
            await library.MarkStaleAsync(lease.AccountId, cancellationToken);
            index = await library.GetFreshAsync(lease.AccountId, reading.For(lease), cancellationToken);
            report = await matching.RunAsync(lease, content, index, cancellationToken);
            target = written ?? target;
            decision = Decide(content, report, target, isGone: false, index);
            if (ReasonNotToWrite(lease, content.Playlist, report, decision with { IsUnchanged = false }, target) is { } heldBack)
            {
                // What vanished may be a whole drive: its songs still stand hidden in the list, and come back with it.
                return heldBack;
            }

            written = await WriteAsync(lease, syncer, target, decision.Plan, isRepair: true, cancellationToken)
                ?? throw new ProviderException(ProviderKinds.Navidrome, ProviderFailure.NotFound,
                    "The music server does not know a song that it named a moment ago. Nothing was changed; the next sync tries again.");
        }

        await creation.FinishAsync(lease, syncer, cancellationToken);
        return Written(content.Playlist, report, decision, target, written, index.Songs.Count);
    }

    private SyncDecision Decide(PlaylistContent content, MatchReport report, Target? target, bool isGone, LibraryIndex index)
        => SyncDecision.Of(
            content.Playlist, providers.DisplayNameOf(content.Playlist.Source), report, target, isGone, index.Songs.Count, safety.Current);

    /// <summary>A name found changed on the server is the user's and becomes the override; that is no drift.</summary>
    internal static void FollowRename(Playlist playlist, Target? target)
    {
        if (target is { Summary.Name: var name } && playlist.TargetName is { } known && name != known && name != playlist.WantedName && !TargetToken.IsIn(name))
        {
            playlist.NameOverride = name;
        }
    }

    private static SyncOutcome? ReasonNotToWrite(SyncLease lease, Playlist playlist, MatchReport report, SyncDecision decision, Target? target)
    {
        var nameOverride = playlist.NameOverride;
        var outcome = new SyncOutcome
        {
            Signal = SyncSignal.NothingMatched,
            EventType = SyncEventType.Skipped,
            Message = target is null
                ? "No track was found in your library, so no playlist was created."
                : "No track was found in your library. The playlist on the server was left as it is.",
            Plan = decision.Plan,
            ByTier = report.ByTier,
            Change = row =>
            {
                row.NameOverride = nameOverride;
                row.NavidromePlaylistId = target?.Summary.Id ?? row.NavidromePlaylistId; // found again under a new id
            },
        };
        if (report.Matched == 0 && report.Results.Count > 0)
        {
            return outcome;
        }

        if (decision.IsUnchanged)
        {
            return outcome with
            {
                Signal = SignalOf(report),
                Message = "Nothing changed; nothing was written.",
                Diff = new TargetDiff([], [], []),
            };
        }

        return decision.Verdict is { } verdict && lease.Request.ApprovedPlan != decision.Plan.Fingerprint
            ? outcome with { Signal = SyncSignal.HeldBack, EventType = SyncEventType.HeldBack, Message = verdict.Message, HeldBack = verdict, Diff = decision.Diff }
            : null;
    }

    /// <summary>The target after the write, or null where the server refused an id outright and changed nothing.</summary>
    private async Task<Target?> WriteAsync(
        SyncLease lease, IPlaylistSyncer syncer, Target? target, TargetPlan plan, bool isRepair, CancellationToken cancellationToken)
    {
        try
        {
            if (target is not null)
            {
                return await writer.ReplaceAsync(lease, syncer, target, plan, isRepair, cancellationToken);
            }

            var created = await creation.CreateAsync(lease, syncer, plan, replacesId: null, cancellationToken);
            await writer.DescribeAsync(lease, syncer, created.Summary, plan, cancellationToken);
            return created;
        }
        catch (ProviderException exception) when (exception.Failure == ProviderFailure.NotFound)
        {
            return null;
        }
    }

    private static SyncOutcome Written(
        Playlist playlist, MatchReport report, SyncDecision decision, Target? before, Target after, int libraryCount)
    {
        var diff = TargetDiff.Between(before?.SongIds ?? [], after.SongIds);
        var lost = decision.Plan.SongIds.Count - after.Entries.Count;
        var message = SyncSentences.Written(diff, report, isNew: before is null);
        return new SyncOutcome
        {
            Signal = lost > 0 ? SyncSignal.WrittenInPart : SignalOf(report),
            EventType = SyncEventType.Completed,
            Message = lost > 0 ? $"{message} {SyncSentences.Songs(lost)} could not be written: the server does not know them any more." : message,
            Plan = decision.Plan,
            ByTier = report.ByTier,
            Diff = diff,
            AddedTitles = SyncSentences.Titles(diff.Added, after.Entries),
            RemovedTitles = SyncSentences.Titles(diff.Removed, before?.Entries ?? []),
            Change = row => Remember(row, playlist.NameOverride, decision, after, report, libraryCount),
        };
    }

    internal static void Remember(Playlist row, string? nameOverride, SyncDecision decision, Target after, MatchReport report, int libraryCount)
    {
        row.NavidromePlaylistId = after.Summary.Id;
        row.NameOverride = nameOverride;
        row.TargetName = decision.Plan.Name;
        row.DesiredFingerprint = decision.DesiredFingerprint;
        row.TargetFingerprint = TargetPlan.FingerprintOf(after.SongIds);
        row.SourceCountAtWrite = report.Results.Count;
        row.LibraryCountAtWrite = libraryCount;
        row.ApprovedSourceFingerprint = null;
        if (row.Image is null || !row.Image.Contains("://", StringComparison.Ordinal))
        {
            row.Image = report.Songs.Select(song => song.CoverArtId).FirstOrDefault(cover => cover is not null) ?? row.Image;
        }
    }

    private static SyncSignal SignalOf(MatchReport report)
        => report.Matched == report.Results.Count ? SyncSignal.WrittenInFull : SyncSignal.WrittenInPart;
}
