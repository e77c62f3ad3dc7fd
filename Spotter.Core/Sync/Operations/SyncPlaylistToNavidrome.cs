using Spotter.Core.Facts;
using Spotter.Core.Playlists;
using Spotter.Core.Providers;
using Spotter.Core.Sync.Servers;
using Spotter.Core.Targets;

namespace Spotter.Core.Sync.Operations;

/// <summary>Matches every track, then creates the target or replaces its content in place, in source order.</summary>
public sealed class SyncPlaylistToNavidrome(SyncPlanner planner, TargetLook look, TargetCreation creation, TargetWriter writer) : ISyncOperation
{
    /// <summary>Stored instead of the plan's fingerprint if the server holds something else.</summary>
    private const string Unfinished = "unfinished";

    /// <inheritdoc/>
    public SyncOperation Operation => SyncOperation.Sync;

    /// <inheritdoc/>
    public async Task<SyncOutcome> RunAsync(SyncRun run, CancellationToken cancellationToken)
    {
        var lease = run.Lease;
        var syncer = await run.GetServerAsync(cancellationToken);
        await creation.ResumeAsync(lease, syncer, cancellationToken);
        var content = await planner.ReadAsync(lease, cancellationToken);
        if (!content.Playlist.SyncEnabled)
        {
            return new() { Signal = SyncSignal.Removed, EventType = SyncEventType.Skipped, Message = new Fact.SyncIsOff() };
        }

        if (await FindNothingToDoAsync(lease, content, syncer, cancellationToken) is { } unchanged)
        {
            await creation.FinishAsync(lease, syncer, cancellationToken);
            return unchanged;
        }

        var (index, finding, renewal) = await look.LookAsync(lease, content, syncer, cancellationToken);
        SyncPlanner.FollowRename(content.Playlist, finding.Target);
        var report = await planner.MatchAsync(lease, content, index, syncer, cancellationToken);
        var step = planner.Decide(content, report, finding, index, syncer, renewal.AwaitsAnswer(lease.Request)) with { IsAlreadyNotified = renewal != RenewalStatus.None };
        if (ReasonNotToWrite(lease, step) is { } outcome)
        {
            if (outcome.Signal is SyncSignal.WrittenInFull or SyncSignal.WrittenInPart)
            {
                await creation.FinishAsync(lease, syncer, cancellationToken);
            }

            return outcome;
        }

        var target = finding.Target;
        var written = await WriteAsync(lease, syncer, target, step, isRepair: step.Decision.ClearsHiddenRows, cancellationToken);
        if (written is null || !written.Holds(step.Decision.Plan))
        {
            // The server does not know an id that the library named: read it again, match again, write again, once.
            index = await look.ReadLibraryAgainAsync(lease, cancellationToken);
            report = await planner.MatchAsync(lease, content, index, syncer, cancellationToken);
            target = written?.After ?? target ?? await FindBegunAsync(lease, syncer, cancellationToken);
            // Songs that were just written are ours. Songs that were added during the write are not.
            content = content with { Written = await writer.FindWrittenAsync(lease, cancellationToken) };
            step = planner.Decide(content, report, target is null ? TargetSearchResult.None : TargetSearchResult.Of(target), index, syncer) with { Found = step.Found, Drift = step.Drift };
            if (ReasonNotToWrite(lease, step with { Decision = step.Decision with { IsUnchanged = false } }) is { } heldBack)
            {
                // What vanished may be a whole drive: its songs are still hidden in the list, and come back with it.
                return heldBack;
            }

            written = await WriteAsync(lease, syncer, target, step, isRepair: true, cancellationToken)
                ?? throw new ProviderException(ProviderKinds.Navidrome, ProviderFailure.NotFound, new Fact.SongUnknown(step.Server));
        }

        if (written.HoldsWhatIsKnown(step.Decision.Plan))
        {
            // Until here, a new list is named by its token, and in a rebuild the old list still exists.
            await writer.DescribeAsync(lease, syncer, written.After.Summary, step.Decision.Plan, cancellationToken);
            await creation.FinishAsync(lease, syncer, cancellationToken);
        }

        return Written(step, written);
    }

    /// <summary>
    /// The end of the run if the target already holds what the source asks for and this is known without reading the target. Null if it is
    /// not known. The decision uses everything but the target itself, as usual. If something has to be written, the target is read first.
    /// </summary>
    private async Task<SyncOutcome?> FindNothingToDoAsync(
        SyncLease lease, PlaylistContent content, IPlaylistSyncer syncer, CancellationToken cancellationToken)
    {
        if (await look.FindUntouchedAsync(lease, content, syncer, cancellationToken) is not { } target)
        {
            return null;
        }

        var index = await look.GetLibraryAsync(lease, cancellationToken);
        var report = await planner.MatchAsync(lease, content, index, syncer, cancellationToken);
        var step = planner.Decide(content, report, TargetSearchResult.Of(target), index, syncer);
        return step.Decision.IsUnchanged ? ReasonNotToWrite(lease, step) : null;
    }

    /// <summary>The list of a creation that was refused half-way: the run continues with it instead of creating a second list.</summary>
    private async Task<Target?> FindBegunAsync(SyncLease lease, IPlaylistSyncer syncer, CancellationToken cancellationToken)
        => await creation.ResumeAsync(lease, syncer, cancellationToken) is { } id ? await syncer.ReadTargetAsync(id, cancellationToken) : null;

    private static SyncOutcome? ReasonNotToWrite(SyncLease lease, SyncStep step)
    {
        var (report, decision, target) = (step.Report, step.Decision, step.Target);
        var nameOverride = step.Playlist.NameOverride;
        var outcome = new SyncOutcome
        {
            Signal = SyncSignal.NothingMatched,
            EventType = SyncEventType.Skipped,
            Message = target is null ? new Fact.NothingToCreate() : new Fact.NothingMatched(step.Server),
            Plan = decision.Plan,
            ByTier = report.ByTier,
            NewlyMatched = report.NewlyMatched,
            IsAlreadyNotified = step.IsAlreadyNotified,
            AdoptedListId = TakenBy(step, target),
            Change = row =>
            {
                row.NameOverride = nameOverride;
                if (target is not null)
                {
                    row.TakeTarget(target.Summary.Id); // found again, perhaps under a new id
                }

                row.TargetChangedAt = target?.Summary.ChangedAt;
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
                Message = new Fact.NothingChanged(),
                TargetId = target?.Summary.Id,
                Diff = TargetDiff.None,
                Written = step.LastWritten switch
                {
                    null => [.. target!.Entries.Select(song => new WrittenSong(song))],
                    { IsSure: false } lastWritten => [.. lastWritten.Songs], // a write that died is settled
                    _ => null,
                },
            };
        }

        return decision.Verdict is { } verdict && lease.Request.ApprovedPlan != decision.Plan.Fingerprint
            ? outcome with { Signal = SyncSignal.HeldBack, EventType = SyncEventType.HeldBack, Message = verdict.Why, HeldBack = verdict, Diff = decision.Diff }
            : null;
    }

    /// <summary>What was written, or null if the server refused an id.</summary>
    private async Task<TargetWriteResult?> WriteAsync(
        SyncLease lease, IPlaylistSyncer syncer, Target? target, SyncStep step, bool isRepair, CancellationToken cancellationToken)
    {
        try
        {
            return await writer.WriteAsync(lease, syncer, step.ToWrite(target) with { IsRepair = isRepair }, cancellationToken);
        }
        catch (ProviderException exception) when (exception.Failure == ProviderFailure.NotFound)
        {
            return null;
        }
    }

    private static SyncOutcome Written(SyncStep step, TargetWriteResult written)
    {
        var (report, decision, before, after) = (step.Report, step.Decision, step.Found, written.After);
        var diff = TargetDiff.Between(before?.SongIds ?? [], after.SongIds);
        var lost = decision.Plan.SongIds.Count - after.Entries.Count;
        Fact? shortfall = written.Holds(decision.Plan) ? null
            : written.HoldsWhatIsKnown(decision.Plan) ? new Fact.SongsRefused(step.Server, lost)
            : new Fact.ChangedMeanwhile(step.Server);
        return new SyncOutcome
        {
            // Never a success before the server shows what was meant.
            Signal = shortfall is null ? SignalOf(report) : SyncSignal.WrittenInPart,
            EventType = SyncEventType.Completed,
            Message = Fact.Of(
                SyncFacts.Written(diff, report, before, decision.Plan),
                SyncFacts.Drifted(step.Drift, step.Server),
                shortfall),
            Shortfall = shortfall,
            Plan = decision.Plan,
            TargetId = after.Summary.Id,
            ByTier = report.ByTier,
            Diff = diff,
            Drift = step.Drift,
            NewlyMatched = report.NewlyMatched,
            Written = step.Remember(written),
            AdoptedListId = TakenBy(step, after),
            AddedTitles = SyncFacts.Titles(diff.Added, after.Entries),
            RemovedTitles = SyncFacts.Titles(diff.Removed, before?.Entries ?? []),
            Change = row => Remember(row, step, after),
        };
    }

    /// <summary>The list that was left on the server, if sync now continues with it.</summary>
    private static string? TakenBy(SyncStep step, Target? target) => step.Playlist.LeftTargetId is null ? null : target?.Summary.Id;

    internal static void Remember(Playlist row, SyncStep step, Target after)
    {
        row.TakeTarget(after.Summary.Id);
        row.NameOverride = step.Playlist.NameOverride;
        row.TargetName = step.Decision.Plan.Name;
        // If the server did not take the plan exactly, the run is not done: the next one tries again.
        row.DesiredFingerprint = after.SongIds.SequenceEqual(step.Decision.Plan.SongIds) ? step.Decision.DesiredFingerprint : Unfinished;
        row.TargetFingerprint = TargetPlan.FingerprintOf(after.SongIds);
        row.TargetChangedAt = null; // our own write changed it; the next look records the new time
        row.SourceCountAtWrite = step.Report.Results.Count;
        row.LibraryCountAtWrite = step.Index.Songs.Count;
        row.ApprovedSourceFingerprint = null;
        if (row.Image is null || !row.Image.Contains("://", StringComparison.Ordinal))
        {
            row.Image = step.Report.Songs.Select(song => song.CoverArtId).FirstOrDefault(cover => cover is not null) ?? row.Image;
        }
    }

    private static SyncSignal SignalOf(MatchReport report)
        => report.Matched == report.Results.Count ? SyncSignal.WrittenInFull : SyncSignal.WrittenInPart;
}
