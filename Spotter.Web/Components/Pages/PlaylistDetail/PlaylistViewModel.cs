using Microsoft.EntityFrameworkCore;
using Spotter.Core.Accounts;
using Spotter.Core.Facts;
using Spotter.Core.Matching;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Providers;
using Spotter.Core.Scheduling;
using Spotter.Core.Sync;
using Spotter.Core.Targets;
using Spotter.Web.Components.Shared;
using Spotter.Web.Components.Shared.AuditLog;

namespace Spotter.Web.Components.Pages.PlaylistDetail;

/// <summary>The head of a playlist's page: its state, and the actions.</summary>
public sealed class PlaylistViewModel(
    IDbContextFactory<SpotterDbContext> contexts, SyncRequests requests, PlaylistChoices choices, Schedules schedules, ServerProfiles servers, TimeProvider clock)
{
    private const int CoverRows = 12;
    private const int TrendRuns = 30;

    private static readonly SyncEventType[] Ends = [SyncEventType.Completed, SyncEventType.Skipped, SyncEventType.HeldBack, SyncEventType.Paired, SyncEventType.Rebuilt];

    /// <summary>How long the page mentions newly matched tracks.</summary>
    private static readonly TimeSpan NewsFor = TimeSpan.FromDays(3);

    private readonly ReadSequencer _reads = new();
    private int _userId;

    /// <summary>The playlist that was requested last.</summary>
    public int PlaylistId { get; private set; }

    /// <summary>The playlist without its tracks. Null before the first read, and if it is not this user's.</summary>
    public Playlist? Playlist { get; private set; }

    /// <summary>Whether the read has ended. If there is no playlist then, it does not exist.</summary>
    public bool IsLoaded { get; private set; }

    /// <summary>The server rejects the account's credentials: nothing syncs until the user signs in again.</summary>
    public bool NeedsSignIn { get; private set; }

    public ServerName Server => servers.Name;

    /// <summary>Where the playlist's target is: "in Navidrome", "in gonic", "on the music server".</summary>
    public string Place => Server.Place;

    /// <summary>Held back because its target is not on the server. It can be created again, or paired.</summary>
    public bool IsTargetLost => Playlist?.HeldBackRule is SafetyRule.TargetGone or SafetyRule.ServerRenewed;

    /// <summary>The music server was set up from scratch, and Spotter waits for one answer for all playlists.</summary>
    public bool IsServerNew { get; private set; }

    /// <summary>Covers of the first songs, for a playlist that has none of its own.</summary>
    public IReadOnlyList<string> Covers { get; private set; } = [];

    /// <summary>The share of matched tracks at the end of the last thirty runs, oldest first.</summary>
    public IReadOnlyList<TrendPoint> MatchRates { get; private set; } = [];

    /// <summary>The changes that the last run found on the server, until the user dismisses them. Null if there are none.</summary>
    public TargetDrift? Drift { get; private set; }

    /// <summary>Tracks that were matched recently after earlier attempts had failed. 0 once that is old news.</summary>
    public int NewlyMatched => Playlist is { SyncEnabled: true, NewlyMatchedAt: { } at } playlist && clock.GetUtcNow() - at < NewsFor ? playlist.NewlyMatchedCount : 0;

    /// <summary>When the schedule syncs it next, or null while its sync is off.</summary>
    public DateTimeOffset? NextSyncAt => Playlist is { } playlist && !NeedsSignIn ? schedules.NextSync(playlist) : null;

    /// <summary>Whether it is one of the server's own playlists, which are shown but never synced.</summary>
    public bool IsServerPlaylist => Playlist?.Source == ProviderKinds.Navidrome;

    public Task LoadAsync(int userId, int playlistId, CancellationToken cancellationToken)
    {
        (_userId, PlaylistId) = (userId, playlistId);
        return _reads.RunAsync(async () =>
        {
            // Another playlist may have been requested while this read waited for its turn.
            if (PlaylistId == playlistId)
            {
                await ReadAsync(userId, playlistId, cancellationToken);
            }
        });
    }

    public Task<SyncRequestOutcome> SyncNowAsync() => RequestAsync(SyncCommand.Sync());

    public Task<SyncRequestOutcome> RebuildAsync() => RequestAsync(SyncCommand.Rebuild());

    public Task<SyncRequestOutcome> LetGoAsync() => RequestAsync(SyncCommand.LetGo());

    public Task<SyncRequestOutcome> RestoreAsync(int snapshotId) => RequestAsync(SyncCommand.Restore(snapshotId));

    public Task<SyncRequestOutcome> PairAsync(string navidromePlaylistId, string previewedPlan)
        => RequestAsync(SyncCommand.Pair(navidromePlaylistId, previewedPlan));

    /// <summary>Approves exactly the plan that was shown.</summary>
    public Task<SyncRequestOutcome> ApplyAnywayAsync(string plan) => RequestAsync(SyncCommand.ApplyAnyway(plan));

    /// <summary>Gives the playlist on the server its own name. Null follows the source again.</summary>
    public Task<bool> RenameAsync(string? name)
    {
        var wanted = name?.Trim();
        return choices.RenameTargetAsync(_userId, PlaylistId, string.IsNullOrEmpty(wanted) || wanted == Playlist?.Name ? null : wanted, CancellationToken.None);
    }

    /// <summary>Sets what happens to changes that are made to the playlist on the server.</summary>
    public Task<bool> SetEditPolicyAsync(EditPolicy policy) => choices.SetEditPolicyAsync(_userId, PlaylistId, policy, CancellationToken.None);

    /// <summary>Hides the note about changes on the server.</summary>
    public Task DismissDriftAsync() => choices.DismissDriftAsync(_userId, PlaylistId, CancellationToken.None);

    public Task<bool> ForgetAsync() => choices.ForgetAsync(_userId, PlaylistId, CancellationToken.None);

    private async Task ReadAsync(int userId, int playlistId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        Playlist = await db.Playlists.AsNoTracking().SingleOrDefaultAsync(p => p.Id == playlistId && p.UserId == userId, cancellationToken);
        var account = Playlist is { } playlist ? await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == playlist.AccountId, cancellationToken) : null;
        (NeedsSignIn, IsServerNew) = (account is { NeedsSignIn: true }, account is { Renewal.IsUnanswered: true });
        Covers = Playlist is { Image: null } ? await ReadCoversAsync(db, playlistId, cancellationToken) : [];
        Drift = Playlist is { SyncEnabled: true }
            ? await db.WrittenTargets.Where(written => written.PlaylistId == playlistId).Select(written => written.Drift).SingleOrDefaultAsync(cancellationToken)
            : null;
        MatchRates = Playlist is { Source: not ProviderKinds.Navidrome } ? await ReadMatchRatesAsync(db, playlistId, cancellationToken) : [];
        IsLoaded = true;
    }

    private static async Task<IReadOnlyList<TrendPoint>> ReadMatchRatesAsync(SpotterDbContext db, int playlistId, CancellationToken cancellationToken)
    {
        var ends = await db.SyncEvents.AsNoTracking().Where(e => e.PlaylistId == playlistId && Ends.Contains(e.Type))
            .OrderByDescending(e => e.Id).Take(TrendRuns).Select(e => new { e.At, e.Metadata }).ToListAsync(cancellationToken);
        return
        [
            .. ends.Select(end => (end.At, EventFigures.Read(end.Metadata).MatchRate)).Where(end => end.MatchRate is not null)
                .Reverse().Select(end => new TrendPoint(end.At, end.MatchRate!.Value)),
        ];
    }

    private static async Task<IReadOnlyList<string>> ReadCoversAsync(SpotterDbContext db, int playlistId, CancellationToken cancellationToken)
    {
        var songs = await db.Tracks.AsNoTracking()
            .Where(track => track.PlaylistId == playlistId && track.Position <= CoverRows && track.Zone == MatchZone.Auto)
            .OrderBy(track => track.Position)
            .Select(track => track.Song)
            .ToListAsync(cancellationToken);
        return [.. songs.Where(song => song?.CoverArtId is not null).DistinctBy(song => song!.AlbumId ?? song.CoverArtId).Select(song => song!.CoverArtId!).Take(4)];
    }

    // A clicked command runs to its end, so it does not take the page's token.
    private Task<SyncRequestOutcome> RequestAsync(SyncCommand wish)
        => requests.RequestAsync(_userId, PlaylistId, wish, SyncTrigger.User, CancellationToken.None);
}
