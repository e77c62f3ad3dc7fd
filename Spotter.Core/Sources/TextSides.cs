using Microsoft.EntityFrameworkCore;
using Spotter.Core.Accounts;
using Spotter.Core.Formats;
using Spotter.Core.Library;
using Spotter.Core.Matching;
using Spotter.Core.Persistence;
using Spotter.Core.Tracks;

namespace Spotter.Core.Sources;

/// <summary>
/// Decides which side of "Artist - Title" is the title where a file does not tell: the way by which more of it is found in the user's library. Where
/// that is even too, or nothing is known of the library, it stays as it was read.
/// </summary>
public sealed class TextSides(IDbContextFactory<SpotterDbContext> contexts, LibraryIndexCache libraries)
{
    // Enough to tell; a list of thousands is not matched twice for it.
    private const int RowsToTry = 200;

    /// <summary>The playlists, those whose sides are open turned the right way round.</summary>
    public async Task<IReadOnlyList<PlaylistFile>> ChooseAsync(int userId, IReadOnlyList<PlaylistFile> playlists, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(playlists);
        if (!playlists.Any(IsOpen))
        {
            return playlists;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var accountId = await db.Accounts.Where(account => account.UserId == userId).Select(account => (int?)account.Id).FirstOrDefaultAsync(cancellationToken);
        return accountId is { } id ? await ChooseByLibraryAsync(id, playlists, cancellationToken) : playlists;
    }

    /// <summary>The same for the user of this name, for whoever reads while that user is not there.</summary>
    public async Task<PlaylistFile> ChooseAsync(string userName, PlaylistFile playlist, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(playlist);
        if (!IsOpen(playlist))
        {
            return playlist;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var accountId = await db.Accounts.Where(account => account.UserName == userName).Select(account => (int?)account.Id).FirstOrDefaultAsync(cancellationToken);
        return accountId is { } id ? (await ChooseByLibraryAsync(id, [playlist], cancellationToken))[0] : playlist;
    }

    private static bool IsOpen(PlaylistFile playlist) => playlist is { SidesAreOpen: true, OtherWayRound: not null };

    private async Task<IReadOnlyList<PlaylistFile>> ChooseByLibraryAsync(int accountId, IReadOnlyList<PlaylistFile> playlists, CancellationToken cancellationToken)
    {
        var index = await libraries.GetKnownAsync(accountId, cancellationToken);
        if (index.Songs.Count == 0)
        {
            return playlists;
        }

        var matcher = new TrackMatcher(index, new MatchOptions());
        // Matching has nothing to wait for: a page is not to stand still meanwhile.
        return await Task.Run(
            IReadOnlyList<PlaylistFile> () => [.. playlists.Select(playlist =>
            {
                cancellationToken.ThrowIfCancellationRequested();
                return IsOpen(playlist) && Count(matcher, playlist.OtherWayRound!) > Count(matcher, playlist.Tracks) ? playlist.TurnedRound() : playlist;
            })],
            cancellationToken);
    }

    // The matcher tries the other way itself where it finds nothing: that is no vote for this one.
    private static int Count(TrackMatcher matcher, IReadOnlyList<SourceTrack> tracks)
        => tracks.Take(RowsToTry).Count(track => matcher.Match(new(track)) is { Zone: MatchZone.Auto, Reason: not MatchReason.SidesSwapped });
}
