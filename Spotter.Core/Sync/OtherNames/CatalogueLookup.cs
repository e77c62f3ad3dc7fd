using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Spotter.Core.Background;
using Spotter.Core.Catalogue;
using Spotter.Core.Facts;
using Spotter.Core.Matching.Aliases;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Providers;
using Spotter.Core.Providers.Http;
using Spotter.Core.Providers.MusicBrainz;
using Spotter.Core.Tracks;

namespace Spotter.Core.Sync.OtherNames;

/// <summary>
/// Asks the catalogue about tracks that were not found or wait in review, as long as it is switched on. The open questions follow from the
/// rows and the stored answers, so that a restart loses nothing and repeats nothing.
/// </summary>
public sealed partial class CatalogueLookup(
    IDbContextFactory<SpotterDbContext> contexts,
    MusicBrainzClient client,
    [FromKeyedServices(MusicBrainzClient.Kind)] ServiceGate gate,
    CatalogueAnswers answers,
    CatalogueRematch rematch,
    SyncRequests requests,
    IFactWording wording,
    TimeProvider clock,
    ILogger<CatalogueLookup> logger)
    : RepeatedWork(clock, logger)
{
    /// <summary>How often all rows are checked, for answers that have become too old.</summary>
    private static readonly TimeSpan FullPassInterval = TimeSpan.FromHours(6);

    /// <summary>The shortest time between two rounds of syncs while there is more to ask.</summary>
    private static readonly TimeSpan WriteEvery = TimeSpan.FromMinutes(10);

    /// <summary>A run records the time when it began, and may end long after runs that began later.</summary>
    private static readonly TimeSpan LongestRun = TimeSpan.FromHours(1);

    // After this many the rows are checked again, since there may be new ones.
    private const int TracksPerTurn = 50;

    // One unreadable answer is skipped. Several in a row mean that the service has changed.
    private const int MostUnread = 3;

    private readonly TimeProvider _clock = clock;
    private readonly ILogger _logger = logger;
    private readonly Queue<string> _order = new();
    private readonly Dictionary<string, List<long>> _waiting = new(StringComparer.Ordinal);
    private readonly HashSet<string> _unread = new(StringComparer.Ordinal);
    private readonly Dictionary<int, DateTimeOffset> _seen = [];
    private readonly Dictionary<int, Playlist> _better = [];
    private DateTimeOffset? _lookedThroughAt;
    private DateTimeOffset? _betterSince;
    private int _failures;
    private volatile CatalogueStatus _stand = new(client.IsEnabled, 0, null, null, null);

    /// <inheritdoc/>
    protected override TimeSpan Every => TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    protected override string Name => "The asking for other names at MusicBrainz";

    /// <summary>The current status. It includes a pause that the service has asked for, whichever client caused it.</summary>
    public async Task<CatalogueStatus> FindCatalogueStatusAsync(CancellationToken cancellationToken)
    {
        var stand = _stand;
        return stand.IsEnabled && await gate.FindPauseAsync(cancellationToken) is { } pause ? stand with { Problem = pause.Reason, NextTryAt = pause.Until } : stand;
    }

    /// <summary>Finds open questions, asks some of them, and requests syncs for what was found. Does nothing if the catalogue is switched
    /// off.</summary>
    public async Task AskAsync(CancellationToken cancellationToken)
    {
        if (!client.IsEnabled)
        {
            return;
        }

        await LookAsync(cancellationToken);
        for (var asked = 0; asked < TracksPerTurn && _order.TryPeek(out var key) && MayAsk; asked++)
        {
            if (await TryLearnAsync(key, _waiting[key], cancellationToken))
            {
                _order.Dequeue();
                _waiting.Remove(key);
                Tell(_stand);
            }
        }

        if (_better.Count > 0 && (_order.Count == 0 || !MayAsk || !(_betterSince is { } since && _clock.IsRecent(since, WriteEvery))))
        {
            await WriteAsync(cancellationToken);
        }
    }

    /// <inheritdoc/>
    protected override async Task<bool> TakeTurnAsync(CancellationToken stoppingToken)
    {
        await AskAsync(stoppingToken);
        return client.IsEnabled;
    }

    private bool MayAsk => _stand.NextTryAt is not { } next || next <= _clock.GetUtcNow();

    /// <summary>Checks the rows of playlists that were matched since the last check, and from time to time all rows.</summary>
    private async Task LookAsync(CancellationToken cancellationToken)
    {
        var now = _clock.GetUtcNow();
        if (_lookedThroughAt is not { } before || before > now || !Recency.IsRecent(now, before, FullPassInterval))
        {
            _order.Clear();
            _waiting.Clear();
            _unread.Clear();
            _seen.Clear();
            _lookedThroughAt = now;
        }

        List<(int Id, DateTimeOffset MatchedAt)> matched;
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            var since = _seen.Count == 0 ? DateTimeOffset.UnixEpoch : _seen.Values.Max() - LongestRun;
            matched = [.. (await db.Playlists.Where(p => p.MatchedAt >= since && p.SyncEnabled).OrderByDescending(p => p.MatchedAt)
                .Select(p => new { p.Id, p.MatchedAt }).ToListAsync(cancellationToken)).Select(p => (p.Id, p.MatchedAt!.Value))];
        }

        foreach (var (id, matchedAt) in matched.Where(playlist => !_seen.TryGetValue(playlist.Id, out var seen) || seen != playlist.MatchedAt))
        {
            await LookAsync(id, matchedAt, cancellationToken);
            _seen[id] = matchedAt;
        }

        Tell(_stand);
    }

    private async Task LookAsync(int playlistId, DateTimeOffset matchedAt, CancellationToken cancellationToken)
    {
        var learnt = new List<long>();
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            var rows = await SourcesOf(CatalogueRematch.Waiting(db).Where(track => track.PlaylistId == playlistId).OrderBy(track => track.Position)).ToListAsync(cancellationToken);
            var known = await CatalogueAnswers.ReadAsync(db, rows.Select(row => row.Value), cancellationToken);
            foreach (var (id, track) in rows)
            {
                if (known.NextFor(track, _clock.GetUtcNow()) is not (null, null))
                {
                    Add(string.Join(' ', CatalogueQuestion.Of(track).Select(question => question.Key)), id);
                }
                else if (known.LearntAt(track) >= matchedAt)
                {
                    // Its run had read the older answers.
                    learnt.Add(id);
                }
            }
        }

        if (learnt.Count > 0)
        {
            await RematchAsync(learnt, cancellationToken);
        }
    }

    private void Add(string key, long trackId)
    {
        if (_unread.Contains(key))
        {
            return;
        }

        if (!_waiting.TryGetValue(key, out var ids))
        {
            _waiting.Add(key, ids = []);
            _order.Enqueue(key);
        }

        if (!ids.Contains(trackId))
        {
            ids.Add(trackId);
        }
    }

    /// <summary>Asks everything about the rows of one track, and matches them again.</summary>
    /// <returns>Whether they no longer wait.</returns>
    private async Task<bool> TryLearnAsync(string key, List<long> trackIds, CancellationToken cancellationToken)
    {
        var hasLearnt = false;
        try
        {
            List<KeyValuePair<long, SourceTrack>> rows;
            await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
            {
                // The user may have decided about them in the meantime, or a scan may have found them.
                rows = await SourcesOf(CatalogueRematch.Waiting(db).Where(track => EF.Parameter(trackIds).Contains(track.Id))).ToListAsync(cancellationToken);
            }

            foreach (var (_, track) in rows)
            {
                while (await LearnAsync(track, cancellationToken))
                {
                    hasLearnt = true;
                }
            }
        }
        catch (ProviderException failure)
        {
            if (hasLearnt)
            {
                // The answers from before the failure are still useful.
                await RematchAsync(trackIds, cancellationToken);
            }

            return Note(failure, key);
        }

        await RematchAsync(trackIds, cancellationToken);
        return true;
    }

    /// <summary>Asks the next question about a track and stores the answer. False if there is nothing left to ask.</summary>
    private async Task<bool> LearnAsync(SourceTrack track, CancellationToken cancellationToken)
    {
        var known = await answers.ReadAsync([track], cancellationToken);
        var (question, artistMbid) = known.NextFor(track, _clock.GetUtcNow());
        if (question is not null)
        {
            await answers.StoreAsync(question, await client.AskAsync(question, cancellationToken), cancellationToken);
        }
        else if (artistMbid is not null)
        {
            await answers.StoreAsync(artistMbid, await client.FindArtistAsync(artistMbid, cancellationToken), cancellationToken);
        }
        else
        {
            return false;
        }

        _failures = 0;
        Tell(_stand with { LastAnswerAt = _clock.GetUtcNow(), Problem = null, NextTryAt = null });
        return true;
    }

    /// <summary>Records the failure and the time of the next try.</summary>
    /// <returns>Whether the track is skipped, so that others are asked about.</returns>
    private bool Note(ProviderException failure, string key)
    {
        _failures++;
        var isPassedOver = failure.Failure == ProviderFailure.Malformed && _failures < MostUnread;
        var next = isPassedOver ? null : SourceBackoff.NextTry(failure.Failure, _failures, failure.RetryAt, _clock.GetUtcNow(), connectionId: 0);
        if (failure.Reason != _stand.Problem)
        {
            Log.Failed(_logger, wording.Say(failure.Reason));
        }

        Tell(_stand with { Problem = failure.Reason, NextTryAt = next });
        if (isPassedOver)
        {
            _unread.Add(key);
        }

        return isPassedOver;
    }

    private async Task RematchAsync(IReadOnlyCollection<long> trackIds, CancellationToken cancellationToken)
    {
        foreach (var playlist in await rematch.RunAsync(trackIds, cancellationToken))
        {
            _better[playlist.Id] = playlist;
            _betterSince ??= _clock.GetUtcNow();
        }
    }

    /// <summary>Requests the syncs that write what was found to the targets: one per playlist, however much was found.</summary>
    private async Task WriteAsync(CancellationToken cancellationToken)
    {
        foreach (var playlist in _better.Values.ToList())
        {
            await requests.RequestAsync(playlist.UserId, playlist.Id, SyncCommand.Sync(), SyncTrigger.Schedule, cancellationToken);
            _better.Remove(playlist.Id);
        }

        _betterSince = null;
    }

    /// <summary>Only the part of the rows that questions need, by id: their candidates are many times larger.</summary>
    private static IQueryable<KeyValuePair<long, SourceTrack>> SourcesOf(IQueryable<PlaylistTrack> rows)
        => rows.Select(track => new KeyValuePair<long, SourceTrack>(track.Id, track.SourceTrack));

    private void Tell(CatalogueStatus stand) => _stand = stand with { Waiting = _waiting.Count };

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "MusicBrainz could not be asked for other names, and is asked again later. {Problem}")]
        public static partial void Failed(ILogger logger, string problem);
    }
}
