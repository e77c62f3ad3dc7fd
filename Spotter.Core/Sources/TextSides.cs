using Microsoft.EntityFrameworkCore;
using Spotter.Core.Accounts;
using Spotter.Core.Formats;
using Spotter.Core.Library;
using Spotter.Core.Matching;
using Spotter.Core.Persistence;
using Spotter.Core.Tracks;

namespace Spotter.Core.Sources;

/// <summary>
/// Decides which side of "Artist - Title" is the title if a file does not say: the reading of which more is found in the user's library. If
/// both find the same, or the library is unknown, the text stays as it was read.
/// </summary>
public sealed class TextSides(IDbContextFactory<SpotterDbContext> contexts, LibraryIndexCache libraries)
{
    // Enough to decide. A list of thousands is not matched twice for this.
    private const int RowsToTry = 200;

    /// <summary>The playlists, with undecided ones turned to the better reading.</summary>
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

    /// <summary>The same for the user with this name, for reading files in the user's absence.</summary>
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
        // Matching never waits: on its own thread it does not freeze a page.
        return await Task.Run(
            IReadOnlyList<PlaylistFile> () => [.. playlists.Select(playlist =>
            {
                cancellationToken.ThrowIfCancellationRequested();
                return IsOpen(playlist) && Count(matcher, playlist.OtherWayRound!) > Count(matcher, playlist.Tracks) ? playlist.TurnedRound() : playlist;
            })],
            cancellationToken);
    }

    // If the matcher finds nothing, it swaps the sides itself. That is no vote for this reading.
    private static int Count(TrackMatcher matcher, IReadOnlyList<SourceTrack> tracks)
        => tracks.Take(RowsToTry).Count(track => matcher.Match(new(track)) is { Zone: MatchZone.Auto, Reason: not MatchReason.SidesSwapped });
}
