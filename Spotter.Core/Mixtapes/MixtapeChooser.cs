using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Spotter.Core.Accounts;
using Spotter.Core.Facts;
using Spotter.Core.Library;
using Spotter.Core.Matching;
using Spotter.Core.Persistence;
using Spotter.Core.Providers;
using Spotter.Core.Providers.Mixtapes;
using Spotter.Core.Sync;

namespace Spotter.Core.Mixtapes;

/// <summary>Chooses the songs of a mixtape: shows the model a picture of the library, looks up what it names in the library, and asks again for what is missing.</summary>
public sealed class MixtapeChooser(
    IDbContextFactory<SpotterDbContext> contexts, MixtapeChat chat, LibraryIndexCache libraries, ProviderRegistry providers, PlaylistMatching matching, TimeProvider clock)
{
    private const int MostRounds = 4;
    private const int MostFruitless = 2;

    /// <summary>Whether there is a model to ask.</summary>
    public bool IsConfigured => chat.IsConfigured;

    /// <summary>The songs.</summary>
    /// <param name="mixtape">What its user wants to hear.</param>
    /// <param name="spent">Receives what the questions cost, whatever comes of them.</param>
    /// <param name="tell">Is told the round, from 1, and how many songs were found before it.</param>
    /// <param name="cancellationToken">Stops the choice.</param>
    /// <exception cref="ProviderException">The library is empty, the model or the music server does not answer, or too little of what was named is in the library.</exception>
    /// <exception cref="LibraryScanningException">A scan is running, and there is no library yet that could be used meanwhile.</exception>
    internal async Task<MixtapeSelection> ChooseAsync(Mixtape mixtape, MixtapeSpending spent, Action<int, int> tell, CancellationToken cancellationToken)
    {
        var accountId = await FindAccountAsync(mixtape, cancellationToken);
        var index = await libraries.GetFreshAsync(accountId, askedAt: null, progress: null, cancellationToken);
        if (index.Count == 0)
        {
            throw Fail(new Fact.LibraryEmpty());
        }

        var picture = LibraryDigest.Of(index, mixtape.Prompt, SeedOf(mixtape), LibraryDigest.UsualCharacters).With(await ReadGenresAsync(accountId, cancellationToken));
        return await AskAsync(mixtape, index, picture, spent, tell, cancellationToken);
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
            // A server that does not count them: a picture without genres does.
            return [];
        }
    }

    private async Task<MixtapeSelection> AskAsync(
        Mixtape mixtape, LibraryIndex index, LibraryDigest picture, MixtapeSpending spent, Action<int, int> tell, CancellationToken cancellationToken)
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
        for (int round = 1, fruitless = 0; round <= MostRounds && fruitless < MostFruitless && selection.Remaining > 0; round++)
        {
            tell(round, selection.Songs.Count);
            reply = await chat.AskAsync(MixtapeQuestion.Task, question.ToJson(), cancellationToken);
            spent.Add(reply.Tokens);
            var answer = MixtapeAnswerReader.Read(reply.Text);
            named += answer.Songs.Count;
            fruitless = selection.Take(answer.Songs) == 0 ? fruitless + 1 : 0;
            question = question.FollowUp(selection, wasRead: answer.Songs.Count > 0);
        }

        // A third is still the mixtape that was asked for; less would throw a good one away for scraps.
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

    // Another day, another part of the library; a second try on the same day sees the same part.
    private int SeedOf(Mixtape mixtape)
        => BitConverter.ToInt32(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture, $"{mixtape.Key} {mixtape.LastMadeAt?.ToUnixTimeMilliseconds()} {clock.GetUtcNow():yyyyMMdd}"))));

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
