using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Spotter.Core.Accounts;
using Spotter.Core.Events;
using Spotter.Core.Facts;
using Spotter.Core.Library;
using Spotter.Core.Matching;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Providers;
using Spotter.Core.Providers.Mixtapes;
using Spotter.Core.Sources;
using Spotter.Core.Sync;
using Spotter.Core.Tracks;

namespace Spotter.Core.Mixtapes;

/// <summary>
/// Makes a mixtape: shows the model a sample of the library, looks up the songs that it names, asks again for what is missing, and stores
/// what was found. A failed making changes nothing but the mixtape's own state.
/// </summary>
public sealed class MixtapeMaker(
    IDbContextFactory<SpotterDbContext> contexts,
    MixtapeChat chat,
    MixtapeRecord record,
    LibraryIndexCache libraries,
    ProviderRegistry providers,
    PlaylistMatching matching,
    PlaylistStore store,
    FollowedPlaylists followed,
    EventBus bus,
    TimeProvider clock)
{
    private const int MostRounds = 4;
    private const int MostFruitless = 2;

    private readonly ConcurrentDictionary<int, MixtapeProgress> _running = new();

    /// <summary>The progress of its making, or null if it is not being made right now.</summary>
    public MixtapeProgress? FindProgress(int mixtapeId) => _running.GetValueOrDefault(mixtapeId);

    /// <summary>Whether it is being made right now.</summary>
    public bool IsRunning(int mixtapeId) => _running.ContainsKey(mixtapeId);

    /// <summary>Makes it. Does nothing if it is gone, not requested, to be tried later, or already being made.</summary>
    /// <exception cref="MixtapeFailedException">It failed. The mixtape's state says why.</exception>
    public async Task MakeAsync(int mixtapeId, CancellationToken cancellationToken)
    {
        if (!chat.IsConfigured || !_running.TryAdd(mixtapeId, new(0, 0, 0)))
        {
            return;
        }

        Mixtape? mixtape = null;
        var spent = new MixtapeSpending();
        try
        {
            mixtape = await record.BeginAsync(mixtapeId, cancellationToken);
            if (mixtape is not null)
            {
                await RunAsync(mixtape, spent, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await record.NoteStoppedAsync(mixtapeId, spent);
            throw;
        }
        catch (LibraryScanningException)
        {
            await record.NoteScanAsync(mixtapeId, spent);
        }
        catch (ProviderException failure)
        {
            await record.NoteFailureAsync(mixtapeId, failure, spent);
            throw new MixtapeFailedException(failure.Reason);
        }
        finally
        {
            _running.TryRemove(mixtapeId, out _);
            if (mixtape is not null)
            {
                bus.Publish(new MixtapeChanged(mixtape.UserId, mixtapeId));
            }
        }
    }

    private async Task RunAsync(Mixtape mixtape, MixtapeSpending spent, CancellationToken cancellationToken)
    {
        Tell(mixtape, 0, 0);
        var accountId = await FindAccountAsync(mixtape, cancellationToken);
        var index = await libraries.GetFreshAsync(accountId, askedAt: null, progress: null, cancellationToken);
        if (index.Count == 0)
        {
            throw Fail(new Fact.LibraryEmpty());
        }

        var picture = LibraryDigest.Of(index, mixtape.Prompt, SeedOf(mixtape), LibraryDigest.UsualCharacters).With(await ReadGenresAsync(accountId, cancellationToken));
        var selection = await ChooseAsync(mixtape, index, picture, spent, cancellationToken);
        var summary = new SourcePlaylistSummary(mixtape.Key, mixtape.Name, selection.Songs.Count) { Description = mixtape.Prompt };
        var note = selection.Left == 0 ? null : new Fact.MixtapeShort(selection.Songs.Count, mixtape.Length);
        var result = await store.FollowAsync(
            new PlaylistOrigin(mixtape.UserId, ProviderKinds.Mixtape, mixtape.WantedBy), new SourcePlaylist(summary, selection.Tracks),
            (db, ct) => record.SettleAsync(db, mixtape, spent, note, ct), cancellationToken);
        if (result is not { IsStored: true, PlaylistId: { } playlistId })
        {
            // It was deleted during the making.
            return;
        }

        bus.Publish(new Notification(mixtape.UserId, NotificationSeverity.Success, new Fact.MixtapeMade(mixtape.Name, selection.Songs.Count), playlistId));
        if (mixtape.SyncsOnceMade)
        {
            await SwitchOnAsync(mixtape, playlistId);
        }
    }

    /// <summary>Switches on the sync of mixtapes whose process was stopped after making them and before doing so.</summary>
    internal async Task SwitchOnMadeAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var made = await db.Mixtapes.AsNoTracking().Where(m => m.SyncsOnceMade && m.LastMadeAt != null).ToListAsync(cancellationToken);
        foreach (var mixtape in made.Where(m => !IsRunning(m.Id)))
        {
            var playlistId = await db.Playlists.Where(p => p.UserId == mixtape.UserId && p.Source == ProviderKinds.Mixtape && p.RemoteId == mixtape.Key)
                .Select(p => (int?)p.Id).SingleOrDefaultAsync(cancellationToken);
            if (playlistId is { } id)
            {
                await SwitchOnAsync(mixtape, id);
            }
        }
    }

    private async Task SwitchOnAsync(Mixtape mixtape, int playlistId)
    {
        await followed.SwitchOnAsync(mixtape.UserId, playlistId, mixtape.WantedBy);
        await record.NoteSwitchedOnAsync(mixtape.Id);
    }

    private async Task<IReadOnlyList<KeyValuePair<string, int>>> ReadGenresAsync(int accountId, CancellationToken cancellationToken)
    {
        try
        {
            return await providers.FindAsync<IGenreReader>(ProviderKinds.Navidrome, accountId, cancellationToken) is { } reader
                ? await reader.ReadGenresAsync(cancellationToken)
                : [];
        }
        catch (ProviderException)
        {
            // The server does not count genres. A digest without them is good enough.
            return [];
        }
    }

    private async Task<MixtapeSelection> ChooseAsync(
        Mixtape mixtape, LibraryIndex index, LibraryDigest picture, MixtapeSpending spent, CancellationToken cancellationToken)
    {
        var selection = new MixtapeSelection(matching.MatcherFor(index), mixtape.Length);
        var question = new MixtapeQuestion
        {
            Wish = mixtape.Prompt,
            Persona = await FindPersonaAsync(mixtape, cancellationToken),
            Count = MixtapeQuestion.CountFor(mixtape.Length),
            Library = picture,
        };
        MixtapeReply? reply = null;
        var named = 0;
        for (int round = 1, fruitless = 0; round <= MostRounds && fruitless < MostFruitless && selection.Left > 0; round++)
        {
            Tell(mixtape, round, selection.Songs.Count);
            reply = await chat.AskAsync(MixtapeQuestion.Task, question.ToJson(), cancellationToken);
            spent.Add(reply.Tokens);
            var answer = MixtapeAnswerReader.Read(reply.Text);
            named += answer.Songs.Count;
            fruitless = selection.Take(answer.Songs) == 0 ? fruitless + 1 : 0;
            question = question.Again(selection, wasRead: answer.Songs.Count > 0);
        }

        // With a third of the songs it is still the mixtape that was asked for. With fewer, it would replace a good one with scraps.
        return 3 * selection.Songs.Count >= mixtape.Length ? selection : throw Fail(Shortage(selection, named, reply!, mixtape.Length));
    }

    private static Fact Shortage(MixtapeSelection selection, int named, MixtapeReply last, int wanted) => (selection.Songs.Count, named, last) switch
    {
        (0, 0, { Refusal: { Length: > 0 } words }) => new Fact.ModelDeclinedSaying(words),
        (0, 0, { Refusal: not null }) => new Fact.ModelDeclined(),
        (0, 0, { IsCut: true }) => new Fact.ModelCutOff(),
        (0, 0, _) => new Fact.ModelUnread(),
        (0, _, _) => new Fact.ModelKnowsOthers(),
        (var found, _, _) => new Fact.ModelKnowsFew(found, wanted),
    };

    private static ProviderException Fail(Fact reason) => new(ProviderKinds.Mixtape, ProviderFailure.Malformed, reason);

    // Each day shows another part of the library. A second try on the same day sees the same part.
    private int SeedOf(Mixtape mixtape)
        => BitConverter.ToInt32(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture, $"{mixtape.Key} {mixtape.LastMadeAt?.ToUnixTimeMilliseconds()} {clock.GetUtcNow():yyyyMMdd}"))));

    private void Tell(Mixtape mixtape, int round, int found)
    {
        _running[mixtape.Id] = new(round, found, mixtape.Length);
        bus.Publish(new MixtapeChanged(mixtape.UserId, mixtape.Id));
    }

    private async Task<int> FindAccountAsync(Mixtape mixtape, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Accounts.Where(account => account.UserId == mixtape.UserId).Select(account => account.Id).FirstAsync(cancellationToken);
    }

    private async Task<string?> FindPersonaAsync(Mixtape mixtape, CancellationToken cancellationToken)
    {
        if (mixtape.PersonaId is not { } id)
        {
            return BuiltInPersonas.Find(mixtape.BuiltInPersona)?.Text;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Personas.Where(p => p.Id == id && p.UserId == mixtape.UserId).Select(p => p.Text).SingleOrDefaultAsync(cancellationToken);
    }
}
