using Microsoft.EntityFrameworkCore;
using Spotter.Core.Matching.Aliases;
using Spotter.Core.Persistence;
using Spotter.Core.Providers.MusicBrainz;
using Spotter.Core.Tracks;

namespace Spotter.Core.Catalogue;

/// <summary>Stores the catalogue's answers, once for all users, and finds them for tracks. They stay in use even while the catalogue is
/// switched off.</summary>
public sealed class CatalogueAnswers(IDbContextFactory<SpotterDbContext> contexts, TimeProvider clock)
{
    private const int MostKept = 25;

    /// <summary>What is known about these tracks. If there are no answers yet, this costs one small query.</summary>
    public async Task<CatalogueKnowledge> ReadAsync(IEnumerable<SourceTrack> tracks, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await ReadAsync(db, tracks, cancellationToken);
    }

    /// <summary>The same with an existing context.</summary>
    internal static async Task<CatalogueKnowledge> ReadAsync(SpotterDbContext db, IEnumerable<SourceTrack> tracks, CancellationToken cancellationToken)
    {
        // A condition on the key makes SQLite use the index, so that the first row answers the query.
#pragma warning disable CA1309 // SQL does the comparison, and EF translates only this form
        if (!await db.CatalogueAnswers.AnyAsync(answer => string.Compare(answer.Key, "") > 0, cancellationToken))
#pragma warning restore CA1309
        {
            return CatalogueKnowledge.None;
        }

        var answers = await FindAsync(db, tracks.SelectMany(CatalogueQuestion.Of).Select(question => question.Key), cancellationToken);
        var searched = answers.Where(answer => answer.Recordings.Exists(recording => recording.SearchScore is not null));
        var whole = await FindAsync(
            db, searched.SelectMany(answer => answer.Recordings).Select(recording => CatalogueQuestion.OfRecording(recording.Mbid).Key).Except(answers.Select(answer => answer.Key)),
            cancellationToken);
        List<string> artistIds = [.. answers.Concat(whole).SelectMany(answer => answer.Recordings).SelectMany(recording => recording.Credits).Select(credit => credit.ArtistMbid).Distinct(StringComparer.Ordinal)];
        return answers.Count == 0
            ? CatalogueKnowledge.None
            : new(answers.Concat(whole), await db.CatalogueArtists.AsNoTracking().Where(artist => EF.Parameter(artistIds).Contains(artist.Mbid)).ToListAsync(cancellationToken));
    }

    /// <summary>Keeps an answer, with the artists whose names came along; one to the same question is replaced.</summary>
    internal Task StoreAsync(CatalogueQuestion question, MusicBrainzAnswer reply, CancellationToken cancellationToken)
        => contexts.WriteAsync(db => StoreAsync(db, question, reply, cancellationToken), cancellationToken);

    private async Task StoreAsync(SpotterDbContext db, CatalogueQuestion question, MusicBrainzAnswer reply, CancellationToken cancellationToken)
    {
        if (await db.CatalogueAnswers.SingleOrDefaultAsync(a => a.Key == question.Key, cancellationToken) is not { } answer)
        {
            db.CatalogueAnswers.Add(answer = new CatalogueAnswer { Key = question.Key });
        }

        (answer.AskedAt, answer.Recordings) = (clock.GetUtcNow(), [.. reply.Recordings.Where(RelevantRecordings.IsWorthKeeping).Take(MostKept)]);
        foreach (var mbid in answer.Recordings.SelectMany(recording => recording.Credits).Select(credit => credit.ArtistMbid).Distinct(StringComparer.Ordinal).Where(reply.Artists.ContainsKey))
        {
            await PutAsync(db, mbid, reply.Artists[mbid], cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Keeps what is known of an artist, be it nothing.</summary>
    internal Task StoreAsync(string artistMbid, KnownArtist? artist, CancellationToken cancellationToken) => contexts.WriteAsync(
        async db =>
        {
            await PutAsync(db, artistMbid, artist, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
        },
        cancellationToken);

    private async Task PutAsync(SpotterDbContext db, string artistMbid, KnownArtist? artist, CancellationToken cancellationToken)
    {
        if (await db.CatalogueArtists.SingleOrDefaultAsync(a => a.Mbid == artistMbid, cancellationToken) is not { } known)
        {
            db.CatalogueArtists.Add(known = new CatalogueArtist { Mbid = artistMbid });
        }

        (known.AskedAt, known.Artist) = (clock.GetUtcNow(), artist);
    }

    private static async Task<List<CatalogueAnswer>> FindAsync(SpotterDbContext db, IEnumerable<string> keys, CancellationToken cancellationToken)
    {
        // All keys are one parameter, whatever their number.
        List<string> wanted = [.. keys.Distinct(StringComparer.Ordinal)];
        return wanted.Count == 0 ? [] : await db.CatalogueAnswers.AsNoTracking().Where(answer => EF.Parameter(wanted).Contains(answer.Key)).ToListAsync(cancellationToken);
    }
}
