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

namespace Spotter.Web.Components.Pages.PlaylistDetail;

/// <summary>The head of a playlist's page: how it stands, and what one can do about it.</summary>
public sealed class PlaylistViewModel(
    IDbContextFactory<SpotterDbContext> contexts, SyncRequests requests, PlaylistChoices choices, Schedules schedules, ServerProfiles servers, TimeProvider clock)
{
    private const int CoverRows = 12;

    /// <summary>How long the page tells of tracks that were newly matched.</summary>
    private static readonly TimeSpan NewsFor = TimeSpan.FromDays(3);

    private readonly ReadSequencer _reads = new();
    private int _userId;

    /// <summary>The playlist that was asked for last.</summary>
    public int PlaylistId { get; private set; }

    /// <summary>The playlist without its tracks; null before the first read and where it is not this user's.</summary>
    public Playlist? Playlist { get; private set; }

    /// <summary>Whether the read has ended, so that no playlist means that there is none.</summary>
    public bool IsLoaded { get; private set; }

    /// <summary>The server refuses the account's credentials: nothing syncs until the user signs in again.</summary>
    public bool NeedsSignIn { get; private set; }

    /// <summary>What the music server is called.</summary>
    public ServerName Server => servers.Name;

    /// <summary>Where the playlist's target is: "in Navidrome", "in gonic", "on the music server".</summary>
    public string Place => Server.Place;

    /// <summary>Held back since its target is not on the server: it can be created again, or paired.</summary>
    public bool IsTargetLost => Playlist?.HeldBackRule is SafetyRule.TargetGone or SafetyRule.ServerRenewed;

    /// <summary>The music server was set up from scratch, and one answer for all playlists is waited for.</summary>
    public bool IsServerNew { get; private set; }

    /// <summary>Covers of the first songs, for a playlist that has none of its own.</summary>
    public IReadOnlyList<string> Covers { get; private set; } = [];

    /// <summary>What the last run found changed on the server, until it is put away; null where nothing.</summary>
    public TargetDrift? Drift { get; private set; }

    /// <summary>Tracks found lately that had been looked for in vain; 0 once that is old news.</summary>
    public int NewlyMatched => Playlist is { SyncEnabled: true, NewlyMatchedAt: { } at } playlist && clock.GetUtcNow() - at < NewsFor ? playlist.NewlyMatchedCount : 0;

    /// <summary>When the clock syncs it next; null while its sync is off.</summary>
    public DateTimeOffset? NextSyncAt => Playlist is { } playlist && !NeedsSignIn ? schedules.NextSync(playlist) : null;

    /// <summary>Whether it is one of the server's own playlists, which are shown but never synced.</summary>
    public bool IsServerPlaylist => Playlist?.Source == ProviderKinds.Navidrome;

    public Task LoadAsync(int userId, int playlistId, CancellationToken cancellationToken)
    {
        (_userId, PlaylistId) = (userId, playlistId);
        return _reads.RunAsync(async () =>
        {
            // Another one may have been asked for while this read waited for its turn.
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

    /// <summary>Gives the playlist on the server a name of its own; null follows the source again.</summary>
    public Task<bool> RenameAsync(string? name)
    {
        var wanted = name?.Trim();
        return choices.RenameTargetAsync(_userId, PlaylistId, string.IsNullOrEmpty(wanted) || wanted == Playlist?.Name ? null : wanted, CancellationToken.None);
    }

    /// <summary>Decides what becomes of changes that are made to the playlist on the server.</summary>
    public Task<bool> SetEditPolicyAsync(EditPolicy policy) => choices.SetEditPolicyAsync(_userId, PlaylistId, policy, CancellationToken.None);

    /// <summary>Puts the note about changes on the server away.</summary>
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
        IsLoaded = true;
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

    // A command runs to its end once it was clicked: it takes no token from the page.
    private Task<SyncRequestOutcome> RequestAsync(SyncCommand wish)
        => requests.RequestAsync(_userId, PlaylistId, wish, SyncTrigger.User, CancellationToken.None);
}
