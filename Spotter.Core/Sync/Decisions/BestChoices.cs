using Microsoft.EntityFrameworkCore;
using Spotter.Core.Catalogue;
using Spotter.Core.Facts;
using Spotter.Core.Matching;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;

namespace Spotter.Core.Sync.Decisions;

/// <summary>Decides about many doubtful tracks at once, each for its best candidate.</summary>
public sealed class BestChoices(
    IDbContextFactory<SpotterDbContext> contexts, DecisionRecorder recorder, DecisionMatches matches, PlaylistMatching matching, TimeProvider clock)
{
    /// <summary>The best candidate of each row now. Rows that are settled meanwhile, that have no candidate, or that are not this user's, are left out.</summary>
    /// <param name="userId">Whose.</param>
    /// <param name="trackIds">The rows (<see cref="PlaylistTrack.Id"/>), in the order of the result.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public async Task<IReadOnlyList<BestChoice>> PlanAsync(int userId, IReadOnlyCollection<long> trackIds, CancellationToken cancellationToken)
    {
        var index = await matches.IndexAsync(userId, cancellationToken);
        return await contexts.ReadAsync<IReadOnlyList<BestChoice>>(
            async db =>
            {
                var own = db.Playlists.Where(p => p.UserId == userId);
                var rows = (await db.Tracks.AsNoTracking().Where(track => EF.Parameter(trackIds).Contains(track.Id) && own.Any(p => p.Id == track.PlaylistId)).ToListAsync(cancellationToken))
                    .ToDictionary(row => row.Id);
                var keys = rows.Values.Select(row => row.Key).Distinct(StringComparer.Ordinal).ToList();
                var pins = (await db.Pins.AsNoTracking().Where(pin => pin.UserId == userId && EF.Parameter(keys).Contains(pin.TrackKey)).ToListAsync(cancellationToken))
                    .ToLookup(pin => pin.TrackKey, pin => pin.ToDecision(), StringComparer.Ordinal);
                var known = await CatalogueAnswers.ReadAsync(db, rows.Values.Select(row => row.SourceTrack), cancellationToken);
                return await Task.Run(() => Match([.. trackIds.Where(rows.ContainsKey).Select(id => rows[id])]), cancellationToken); // off the circuit's thread

                List<BestChoice> Match(IReadOnlyList<PlaylistTrack> tracks)
                {
                    var (matcher, choices) = (matching.MatcherFor(index), new List<BestChoice>(tracks.Count));
                    foreach (var row in tracks.DistinctBy(row => row.Key, StringComparer.Ordinal))
                    {
                        cancellationToken.ThrowIfCancellationRequested();
                        var result = matcher.Match(new MatchQuery(row.SourceTrack, [.. pins[row.Key]]) { Aliases = known.AliasesOf(row.SourceTrack) });
                        if (result is { Zone: MatchZone.Review, Candidates: [var best, ..] })
                        {
                            choices.Add(new(row.Key, row.SourceTrack, best, result.Reason));
                        }
                    }

                    return choices;
                }
            },
            cancellationToken);
    }

    /// <summary>Takes exactly these choices, in one piece.</summary>
    public Task<DecisionChange> TakeAsync(int userId, IReadOnlyList<BestChoice> choices, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(choices);
        var now = clock.GetUtcNow();
        return recorder.RecordAsync(
            userId,
            [
                .. choices.Select(choice => DecisionWish.Take(
                    choice.Key, new Pin { UserId = userId, TrackKey = choice.Key, Kind = PinKind.Pin, Track = choice.Track, Song = choice.Candidate.Song, CreatedAt = now })),
            ],
            count => new Fact.BestTaken(count),
            about: null,
            cancellationToken);
    }
}
