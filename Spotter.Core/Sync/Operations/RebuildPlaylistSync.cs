using Spotter.Core.Facts;
using Spotter.Core.Playlists;
using Spotter.Core.Targets;

namespace Spotter.Core.Sync.Operations;

/// <summary>Replaces the target with a new list: matches and plans first, creates and verifies the new list, and deletes the old one last.
/// If it crashes in between, the next run finishes.</summary>
public sealed class RebuildPlaylistSync(
    SyncPlanner planner, TargetLook look, TargetCreation creation, TargetWriter writer, SyncPlaylistToNavidrome sync) : ISyncOperation
{
    /// <inheritdoc/>
    public SyncOperation Operation => SyncOperation.Rebuild;

    /// <inheritdoc/>
    public async Task<SyncOutcome> RunAsync(SyncRun run, CancellationToken cancellationToken)
    {
        var lease = run.Lease;
        var syncer = await run.GetServerAsync(cancellationToken);
        if (await creation.IsReplacingAsync(lease, cancellationToken) && await creation.ResumeAsync(lease, syncer, cancellationToken) is not null)
        {
            // The new list already exists: a sync brings it up to date and drops the old one.
            return Rebuilt(await sync.RunAsync(run, cancellationToken));
        }

        var content = await planner.ReadAsync(lease, cancellationToken);
        // The old one will be deleted, so it has to be proved to be ours.
        var finding = await look.FindProvedAsync(content.Playlist, syncer, cancellationToken);
        if (finding.Target is not { } old)
        {
            return Rebuilt(await sync.RunAsync(run, cancellationToken)); // nothing to delete: the sync creates the target
        }

        var index = await look.GetLibraryAsync(lease, cancellationToken);
        var report = await planner.MatchAsync(lease, content, index, syncer, cancellationToken);
        SyncPlanner.FollowRename(content.Playlist, old);
        var step = planner.Decide(content, report, finding, index, syncer);
        var decision = step.Decision;
        if (report.Matched == 0)
        {
            return new() { Signal = SyncSignal.NothingMatched, EventType = SyncEventType.Skipped, ByTier = report.ByTier, Plan = decision.Plan,
                Message = new Fact.NothingMatched(step.Server) };
        }

        if (decision.Verdict is { } verdict && lease.Request.ApprovedPlan != decision.Plan.Fingerprint)
        {
            return new() { Signal = SyncSignal.HeldBack, EventType = SyncEventType.HeldBack, Message = verdict.Why, HeldBack = verdict,
                Plan = decision.Plan, ByTier = report.ByTier, Diff = decision.Diff };
        }

        var written = await writer.WriteAsync(lease, syncer, step.ToWrite(target: null) with { Replaces = old }, cancellationToken);
        if (!written.Holds(decision.Plan))
        {
            // The old list stays until the new one is right: the sync repairs the new one, then drops the old one.
            return Rebuilt(await sync.RunAsync(run, cancellationToken));
        }

        var made = written.After;
        await writer.DescribeAsync(lease, syncer, made.Summary, decision.Plan, cancellationToken);
        await creation.FinishAsync(lease, syncer, cancellationToken);
        var isComplete = report.Matched == report.Results.Count;
        return new SyncOutcome
        {
            Signal = isComplete ? SyncSignal.WrittenInFull : SyncSignal.WrittenInPart,
            EventType = SyncEventType.Rebuilt,
            Message = Fact.Of(new Fact.Recreated(made.Entries.Count), SyncFacts.Drifted(step.Drift, step.Server)),
            Plan = decision.Plan,
            TargetId = made.Summary.Id,
            ByTier = report.ByTier,
            Diff = TargetDiff.Between(old.SongIds, made.SongIds),
            Drift = step.Drift,
            NewlyMatched = report.NewlyMatched,
            Written = step.Remember(written),
            Change = row => SyncPlaylistToNavidrome.Remember(row, step, made),
        };
    }

    private static SyncOutcome Rebuilt(SyncOutcome outcome)
        => outcome.Signal is SyncSignal.WrittenInFull or SyncSignal.WrittenInPart ? outcome with { EventType = SyncEventType.Rebuilt } : outcome;
}
