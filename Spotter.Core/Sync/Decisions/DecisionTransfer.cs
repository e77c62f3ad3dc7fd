using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Spotter.Core.Facts;
using Spotter.Core.Formats.Decisions;
using Spotter.Core.Matching;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Providers;

namespace Spotter.Core.Sync.Decisions;

/// <summary>Takes a user's decisions out of this installation, and into one.</summary>
public sealed class DecisionTransfer(
    IDbContextFactory<SpotterDbContext> contexts, DecisionList list, DecisionRecorder recorder, DecisionMatches matches, PlaylistMatching matching, TimeProvider clock)
{
    /// <summary>How many decisions of an export are in memory at once.</summary>
    private const int ExportedAtOnce = 500;

    /// <summary>All of the user's decisions, oldest first, for <see cref="DecisionFile.WriteAsync"/>. They are read as they are written, some at a time. One that the
    /// user takes meanwhile is the last; if it replaces one that is already in the file, an import obeys the later one.</summary>
    /// <param name="userId">Whose.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public async IAsyncEnumerable<FiledDecision> ExportAsync(int userId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var after = 0; ;)
        {
            var page = await list.AfterAsync(userId, after, ExportedAtOnce, cancellationToken);
            foreach (var decision in page)
            {
                yield return new(FiledKindOf(decision.Kind), decision.Key, decision.Track, decision.Song, decision.DecidedAt);
            }

            if (page.Count < ExportedAtOnce)
            {
                yield break;
            }

            after = page[^1].Id;
        }
    }

    /// <summary>What an import would do. Nothing is stored.</summary>
    public async Task<DecisionImport> PlanAsync(int userId, DecisionFileContent file, CancellationToken cancellationToken)
        => (await PrepareAsync(userId, file, cancellationToken)).Import;

    /// <summary>Imports everything that can be: all of it, or nothing if it is stopped before. A decision that the user has taken since stays.</summary>
    public async Task<DecisionImport> ImportAsync(int userId, DecisionFileContent file, CancellationToken cancellationToken)
    {
        var (import, pins) = await PrepareAsync(userId, file, cancellationToken);
        var wishes = pins.Select(group => new DecisionWish(group.Key, known => DecisionMerge.Of(known, group.Value).After)).ToList();
        return import with { Change = await recorder.RecordAsync(userId, wishes, count => new Fact.DecisionsImported(count), about: null, cancellationToken) };
    }

    private async Task<(DecisionImport Import, Dictionary<string, List<Pin>> Pins)> PrepareAsync(int userId, DecisionFileContent file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        var index = await matches.IndexAsync(userId, cancellationToken);
        var found = await Task.Run(() => Resolve(userId, file.Decisions, new SongResolver(matching.MatcherFor(index)), cancellationToken), cancellationToken); // off the circuit's thread
        var entries = found.Where(item => item.Pin is null).Select(item => EntryOf(item, DecisionImportOutcome.NotImported))
            .Concat(file.Unread.Select(unread => new DecisionImportEntry(unread.Line, unread.Title, null, DecisionImportOutcome.NotImported, unread.Why))).ToList();

        // In the order in which they were taken, a later one about the same track replaces an earlier one. Without a time, or with the same, the order of the file counts.
        var byKey = found.Where(item => item.Pin is not null).OrderBy(item => item.Decision.DecidedAt ?? DateTimeOffset.MaxValue).GroupBy(item => item.Pin!.TrackKey, StringComparer.Ordinal).ToList();
        var keys = byKey.ConvertAll(group => group.Key);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var known = (await db.Pins.AsNoTracking().Where(pin => pin.UserId == userId && EF.Parameter(keys).Contains(pin.TrackKey)).ToListAsync(cancellationToken))
            .ToLookup(pin => pin.TrackKey, StringComparer.Ordinal);
        var pins = new Dictionary<string, List<Pin>>(StringComparer.Ordinal);
        foreach (var group in byKey)
        {
            var ofTrack = pins[group.Key] = [.. group.Select(item => item.Pin!)];
            entries.AddRange(group.Zip(DecisionMerge.Of([.. known[group.Key]], ofTrack).Outcomes, EntryOf));
        }

        return (new([.. entries.OrderBy(entry => entry.Line)], DecisionChange.None), pins);
    }

    private List<Resolved> Resolve(int userId, IReadOnlyList<FiledDecision> decisions, SongResolver songs, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var resolved = new List<Resolved>(decisions.Count);
        foreach (var decision in decisions)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Fact? why = null;
            var song = decision.Song is { } filed ? songs.Find(filed, out why) : null;
            // A rejection needs no song: it holds for the day on which the library has it again. The id is another server's.
            song ??= decision is { Kind: FiledKind.Rejection, Song: { } absent } ? absent with { Id = "" } : null;
            resolved.Add(new(decision, decision.Kind == FiledKind.Pin && song is null ? null : new Pin
            {
                UserId = userId,
                TrackKey = decision.Key ?? TrackKey.Of(ProviderKinds.File, decision.Track),
                Kind = KindOf(decision.Kind),
                Track = decision.Track,
                Song = song,
                // The clock of the other installation may have been ahead.
                CreatedAt = decision.DecidedAt is { } at && at < now ? at : now,
            }, why));
        }

        return resolved;
    }

    private static FiledKind FiledKindOf(PinKind kind) => kind switch
    {
        PinKind.Pin => FiledKind.Pin,
        PinKind.Rejection => FiledKind.Rejection,
        PinKind.Never => FiledKind.Never,
    };

    private static PinKind KindOf(FiledKind kind) => kind switch
    {
        FiledKind.Pin => PinKind.Pin,
        FiledKind.Rejection => PinKind.Rejection,
        FiledKind.Never => PinKind.Never,
    };

    private static DecisionImportEntry EntryOf(Resolved item, DecisionImportOutcome outcome)
        => new(item.Decision.Line, item.Decision.Track.Title, item.Decision, outcome, outcome == DecisionImportOutcome.NotImported ? item.Why : null);

    /// <summary>A decision of a file, as it would be stored; null if its song is not found, with the reason.</summary>
    private sealed record Resolved(FiledDecision Decision, Pin? Pin, Fact? Why);
}
