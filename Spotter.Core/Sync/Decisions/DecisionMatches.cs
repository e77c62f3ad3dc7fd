using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Spotter.Core.Accounts;
using Spotter.Core.Catalogue;
using Spotter.Core.Events;
using Spotter.Core.Library;
using Spotter.Core.Matching;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;

namespace Spotter.Core.Sync.Decisions;

/// <summary>
/// Matches rows with the decisions that were taken about their tracks. What is to be matched is stored with the decisions (<see cref="OweAsync"/>). The matching is
/// done in pieces, each read, matched while others may write, and stored in a short transaction that also settles the debt. Whatever is left over after an
/// interruption is found by <see cref="SyncRecovery"/>.
/// </summary>
public sealed partial class DecisionMatches(
    IDbContextFactory<SpotterDbContext> contexts, LibraryIndexCache library, PlaylistMatching matching, EventBus bus, ILogger<DecisionMatches> logger) : IDisposable
{
    /// <summary>How many tracks are in memory at once.</summary>
    internal const int TracksAtOnce = 500;

    /// <summary>How many of their rows are. If one track alone has more, they are matched together nevertheless.</summary>
    private const int RowsAtOnce = 2_000;

    private const string Owe = """INSERT INTO "DecisionsToMatch" ("UserId", "TrackKey") VALUES (@userId, @key) ON CONFLICT DO NOTHING""";

    // One piece at a time: whoever comes second would match the same rows.
    private readonly SemaphoreSlim _turn = new(1);

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    /// <summary>Matches all rows that are owed a match.</summary>
    /// <param name="cancellationToken">Stops between two pieces.</param>
    public async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        List<int> userIds;
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            var owed = db.DecisionsToMatch;
            userIds = await db.Accounts.Where(account => owed.Any(decision => decision.UserId == account.UserId)).Select(account => account.UserId).ToListAsync(cancellationToken);
        }

        foreach (var userId in userIds)
        {
            await CatchUpAsync(userId, cancellationToken);
        }
    }

    /// <summary>Matches the rows of a user that are owed a match. If the database refuses, they are matched later.</summary>
    internal async Task TryCatchUpAsync(int userId)
    {
        try
        {
            await CatchUpAsync(userId, CancellationToken.None);
        }
        catch (Exception exception) when (DatabaseTroubles.Of(exception) is not null)
        {
            // The decision is stored. To call it failed would be wrong.
            Log.MatchedLater(logger, exception);
        }
    }

    /// <summary>The user's library as it is known.</summary>
    internal async Task<LibraryIndex> IndexAsync(int userId, CancellationToken cancellationToken)
    {
        int accountId;
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            accountId = await db.Accounts.Where(account => account.UserId == userId).Select(account => account.Id).FirstAsync(cancellationToken);
        }

        return await library.GetKnownAsync(accountId, cancellationToken);
    }

    /// <summary>Stores that the rows of these tracks are to be matched, in the transaction of the context.</summary>
    /// <param name="db">The context.</param>
    /// <param name="userId">Whose rows.</param>
    /// <param name="keys">The tracks.</param>
    /// <param name="keysOf">Gets the tracks in each playlist that has any of them.</param>
    /// <param name="cancellationToken">Stops the transaction.</param>
    internal static async Task OweAsync(
        SpotterDbContext db, int userId, IReadOnlyCollection<string> keys, Dictionary<int, HashSet<string>> keysOf, CancellationToken cancellationToken)
    {
        var own = db.Playlists.Where(p => p.UserId == userId);
        var held = await db.Tracks.Where(track => EF.Parameter(keys).Contains(track.Key) && own.Any(p => p.Id == track.PlaylistId))
            .Select(track => new { track.Key, track.PlaylistId }).Distinct().ToListAsync(cancellationToken);
        foreach (var playlist in held.GroupBy(row => row.PlaylistId, row => row.Key))
        {
            if (!keysOf.TryGetValue(playlist.Key, out var known))
            {
                keysOf[playlist.Key] = known = new(StringComparer.Ordinal);
            }

            known.UnionWith(playlist);
        }

        await using var command = new BulkCommand(db, Owe, "userId", "key");
        foreach (var key in held.Select(row => row.Key).Distinct(StringComparer.Ordinal))
        {
            await command.RunAsync([userId, key], cancellationToken);
        }
    }

    private async Task CatchUpAsync(int userId, CancellationToken cancellationToken)
    {
        while (await MatchSomeAsync(userId, cancellationToken))
        {
        }
    }

    /// <summary>Matches a piece. False if nothing was left.</summary>
    private async Task<bool> MatchSomeAsync(int userId, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            var piece = await contexts.ReadAsync(db => ReadAsync(db, userId, cancellationToken), cancellationToken);
            if (piece.Keys.Count == 0)
            {
                return false;
            }

            var matcher = matching.MatcherFor(await IndexAsync(userId, cancellationToken));
            await Task.Run(() => Match(piece, matcher, cancellationToken), cancellationToken); // off the circuit's thread
            var stored = await contexts.WriteAsync(db => StoreAsync(db, userId, piece, cancellationToken), cancellationToken);
            if (stored.Count > 0)
            {
                bus.Publish(new TrackMatchChanged(userId, [.. stored.Select(track => track.PlaylistId).Distinct()], [.. stored.Select(track => track.Id)]));
            }

            return true;
        }
        finally
        {
            _turn.Release();
        }
    }

    private static async Task<Piece> ReadAsync(SpotterDbContext db, int userId, CancellationToken cancellationToken)
    {
        var owed = await db.DecisionsToMatch.Where(decision => decision.UserId == userId).OrderBy(decision => decision.TrackKey).Take(TracksAtOnce)
            .Select(decision => decision.TrackKey).ToListAsync(cancellationToken);
        var rows = RowsOf(db, userId, owed);
        var counts = await rows.GroupBy(track => track.Key).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        var (keys, sum) = (new List<string>(), 0);
        foreach (var key in owed)
        {
            sum += counts.GetValueOrDefault(key);
            if (keys.Count > 0 && sum > RowsAtOnce)
            {
                break;
            }

            keys.Add(key);
        }

        var tracks = await RowsOf(db, userId, keys).ToListAsync(cancellationToken);
        var pins = await PinsAsync(db, userId, keys, cancellationToken);
        var playlistIds = tracks.Select(track => track.PlaylistId).Distinct().ToList();
        var allows = await db.Playlists.Where(p => EF.Parameter(playlistIds).Contains(p.Id)).Select(p => new { p.Id, p.Allows })
            .ToDictionaryAsync(p => p.Id, p => p.Allows, cancellationToken);
        return new(keys, tracks, pins, allows, await CatalogueAnswers.ReadAsync(db, tracks.Select(track => track.SourceTrack), cancellationToken));
    }

    private static void Match(Piece piece, TrackMatcher matcher, CancellationToken cancellationToken)
    {
        foreach (var track in piece.Tracks)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var source = track.SourceTrack;
            track.Apply(matcher.Match(new MatchQuery(source, [.. piece.Pins[track.Key].Select(pin => pin.ToDecision())])
            {
                Aliases = piece.Known.AliasesOf(source), Allows = piece.Allows[track.PlaylistId],
            }));
        }
    }

    /// <summary>Stores the matches and settles the debt, except for tracks about which something else was decided meanwhile: they stay owed.</summary>
    /// <returns>The rows that were stored.</returns>
    private static async Task<List<PlaylistTrack>> StoreAsync(SpotterDbContext db, int userId, Piece piece, CancellationToken cancellationToken)
    {
        var now = await PinsAsync(db, userId, piece.Keys, cancellationToken);
        List<string> settled = [.. piece.Keys.Where(key => now[key].Select(pin => pin.Id).SequenceEqual(piece.Pins[key].Select(pin => pin.Id)))];
        // The source may hold something else in the row by now.
        var held = await RowsOf(db, userId, settled).Select(track => new { track.Id, track.Key }).ToDictionaryAsync(track => track.Id, track => track.Key, cancellationToken);
        var tracks = piece.Tracks.Where(track => held.TryGetValue(track.Id, out var key) && key == track.Key).ToList();
        await MatchRecorder.StoreAsync(db, tracks, cancellationToken);
        await MatchRecorder.CountAsync(db, [.. tracks.Select(track => track.PlaylistId).Distinct()], cancellationToken);
        await db.DecisionsToMatch.Where(decision => decision.UserId == userId && EF.Parameter(settled).Contains(decision.TrackKey)).ExecuteDeleteAsync(cancellationToken);
        return tracks;
    }

    private static IQueryable<PlaylistTrack> RowsOf(SpotterDbContext db, int userId, List<string> keys)
    {
        var own = db.Playlists.Where(p => p.UserId == userId);
        return db.Tracks.AsNoTracking().Where(track => EF.Parameter(keys).Contains(track.Key) && own.Any(p => p.Id == track.PlaylistId));
    }

    private static async Task<ILookup<string, Pin>> PinsAsync(SpotterDbContext db, int userId, List<string> keys, CancellationToken cancellationToken)
        => (await db.Pins.AsNoTracking().Where(pin => pin.UserId == userId && EF.Parameter(keys).Contains(pin.TrackKey)).ToListAsync(cancellationToken))
            .OrderBy(pin => pin.Id).ToLookup(pin => pin.TrackKey, StringComparer.Ordinal);

    /// <summary>Some tracks that are owed matches, with everything that these depend on.</summary>
    private sealed record Piece(List<string> Keys, List<PlaylistTrack> Tracks, ILookup<string, Pin> Pins, Dictionary<int, MatchAllowances> Allows, CatalogueKnowledge Known);

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "Decisions are stored, but the database refused their matches for now. They follow within a minute.")]
        public static partial void MatchedLater(ILogger logger, Exception exception);
    }
}
