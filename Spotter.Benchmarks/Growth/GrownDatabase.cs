using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Spotter.Core.Accounts;
using Spotter.Core.Facts;
using Spotter.Core.Matching;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Tracks;

namespace Spotter.Benchmarks.Growth;

/// <summary>Fills a database like years of use: users with playlists of matched, doubtful and missing tracks, and an audit log. The same in
/// every run.</summary>
internal static class GrownDatabase
{
    private const int Batch = 5_000;

    private static readonly SyncEventType[][] Runs =
    [
        [SyncEventType.Started, SyncEventType.Skipped], [SyncEventType.Started, SyncEventType.Skipped], [SyncEventType.Started, SyncEventType.Completed],
        [SyncEventType.Started, SyncEventType.HeldBack], [SyncEventType.Imported], [SyncEventType.Refreshed], [SyncEventType.Started, SyncEventType.Failed],
    ];

    /// <summary>Adds users up to the wanted number, and gives all users their share of the playlists, tracks and events.</summary>
    public static async Task FillAsync(IDbContextFactory<SpotterDbContext> contexts, GrowthOptions options, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var accounts = await AddUsersAsync(contexts, options.Users, now, cancellationToken);
        var playlists = await AddPlaylistsAsync(contexts, accounts, options, now, cancellationToken);
        await AddInBatchesAsync(contexts, Tracks(playlists, options.Tracks), cancellationToken);
        await AddInBatchesAsync(contexts, Events(playlists, options.Events, now), cancellationToken);
        await AddInBatchesAsync(contexts, playlists.Select(playlist => new Pin
        {
            UserId = playlist.UserId, TrackKey = KeyOf(playlist.Id), Kind = PinKind.Never, CreatedAt = now,
        }), cancellationToken);
    }

    private static async Task<List<Account>> AddUsersAsync(
        IDbContextFactory<SpotterDbContext> contexts, int count, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        for (var number = await db.Users.CountAsync(cancellationToken); number < count; number++)
        {
            var user = new User { Name = Text($"user {number}"), CreatedAt = now };
            db.Users.Add(user);
            await db.SaveChangesAsync(cancellationToken);
            db.Accounts.Add(new Account { UserId = user.Id, ServerUrl = "http://127.0.0.1:1", UserName = user.Name, SignedInAt = now });
        }

        await db.SaveChangesAsync(cancellationToken);
        return await db.Accounts.AsNoTracking().OrderBy(account => account.Id).ToListAsync(cancellationToken);
    }

    private static async Task<List<Playlist>> AddPlaylistsAsync(
        IDbContextFactory<SpotterDbContext> contexts, List<Account> accounts, GrowthOptions options, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var tracks = options.Tracks / options.Playlists;
        var added = Enumerable.Range(0, options.Playlists).Select(number => new Playlist
        {
            UserId = accounts[number % accounts.Count].UserId,
            AccountId = accounts[number % accounts.Count].Id,
            Source = number % 5 == 0 ? "deezer" : "file",
            RemoteId = Text($"csv:Grown {number}"),
            Name = Text($"Grown {number}"),
            SyncEnabled = number % 2 == 0,
            Status = number % 4 == 3 ? SyncStatus.Warning : SyncStatus.Success,
            NavidromePlaylistId = number % 2 == 0 ? Text($"grown-{number}") : null,
            TrackCount = tracks,
            MatchedCount = tracks * 7 / 10,
            ReviewCount = tracks / 10,
            MissingCount = tracks * 2 / 10,
            CreatedAt = now,
            RefreshedAt = now,
            SourceChangedAt = now,
            MatchedAt = now,
        }).ToList();
        db.Playlists.AddRange(added);
        await db.SaveChangesAsync(cancellationToken);
        return added;
    }

    private static IEnumerable<PlaylistTrack> Tracks(List<Playlist> playlists, int count)
    {
        for (var number = 0; number < count; number++)
        {
            var (title, artist) = (Text($"Title {number % 50_000}"), Text($"Artist {number % 4_000}"));
            var zone = (number % 10) switch { < 7 => MatchZone.Auto, 7 => MatchZone.Review, _ => MatchZone.None };
            var song = zone == MatchZone.None ? null : new Song { Id = Text($"song {number % 50_000}"), Title = title, Artist = artist, Artists = [artist], CoverArtId = "al-1" };
            yield return new PlaylistTrack
            {
                PlaylistId = playlists[number % playlists.Count].Id,
                Position = number / playlists.Count + 1,
                Key = KeyOf(number),
                SourceTrack = new() { Title = title, Artists = [artist], Album = Text($"Album {number % 9_000}"), DurationMs = 180_000 },
                Zone = zone,
                Tier = zone == MatchZone.Auto ? MatchTier.Exact : null,
                Reason = zone switch { MatchZone.Auto => MatchReason.SameTitleAndArtist, MatchZone.Review => MatchReason.NotSureEnough, _ => MatchReason.NotInLibrary },
                Confidence = zone == MatchZone.Auto ? 1 : 0.5,
                SongId = zone == MatchZone.Auto ? song!.Id : null,
                Song = song,
            };
        }
    }

    private static IEnumerable<SyncEvent> Events(List<Playlist> playlists, int count, DateTimeOffset now)
    {
        var made = 0;
        for (var run = 0; made < count; run++)
        {
            var playlist = playlists[run % playlists.Count];
            var operation = new Guid(run, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
            foreach (var type in Runs[run % Runs.Length].Take(count - made))
            {
                made++;
                yield return new SyncEvent
                {
                    UserId = playlist.UserId,
                    PlaylistId = playlist.Id,
                    OperationId = operation,
                    Type = type,
                    At = now.AddMinutes(-400.0 * 24 * 60 * (count - made) / count),
                    Provider = "navidrome",
                    Message = new Fact.NothingChanged(),
                };
            }
        }
    }

    private static async Task AddInBatchesAsync<T>(IDbContextFactory<SpotterDbContext> contexts, IEnumerable<T> rows, CancellationToken cancellationToken)
        where T : class
    {
        foreach (var batch in rows.Chunk(Batch))
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            db.ChangeTracker.AutoDetectChangesEnabled = false;
            db.Set<T>().AddRange(batch);
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    private static string KeyOf(int number) => Text($"isrc:GROWN{number % 50_000}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
