using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Refit;
using Spotter.Core.Facts;
using Spotter.Core.Matching.Aliases;
using Spotter.Core.Providers.Http;

namespace Spotter.Core.Providers.MusicBrainz;

/// <summary>Asks MusicBrainz, at most one request a second for the whole process. Failures are <see cref="ProviderException"/>s.</summary>
public sealed class MusicBrainzClient
{
    /// <summary>The service's kind, for its gate and its pauses.</summary>
    public const string Kind = "musicbrainz";

    internal const string Name = "MusicBrainz";

    private const string Json = "json";
    private const string OfRecording = "artist-credits isrcs aliases";
    private const string OfArtist = "aliases";

    // A famous song has many recordings, and the right one need not be first.
    private const int MostHits = 50;

    private static readonly RefitSettings Settings = new(new SystemTextJsonContentSerializer(new JsonSerializerOptions(JsonSerializerDefaults.Web)));

    private readonly IHttpClientFactory _clients;
    private readonly MusicBrainzOptions _options;
    private readonly SourceFailures _failures;

    /// <summary>Created by the service provider.</summary>
    public MusicBrainzClient(IHttpClientFactory clients, IOptions<MusicBrainzOptions> options, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(options);
        (_clients, _options) = (clients, options.Value);
        _failures = new(Kind, Name, clock, Interpret);
    }

    /// <summary>Whether MusicBrainz may be asked at all.</summary>
    public bool IsEnabled => _options.Enabled;

    /// <summary>The answer to a question. Empty if MusicBrainz does not know.</summary>
    /// <exception cref="ProviderException">It could not be reached, or refused.</exception>
    public async Task<MusicBrainzAnswer> AskAsync(CatalogueQuestion question, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(question);
        var found = await FindAsync(api => question.Kind switch
        {
            CatalogueQuestionKind.Isrc => ReadAsync(api.GetIsrcAsync(question.Isrc, OfRecording, Json, cancellationToken), answer => answer.Recordings),
            CatalogueQuestionKind.Recording => ReadAsync(api.GetRecordingAsync(question.Mbid, OfRecording, Json, cancellationToken), recording => [recording]),
            CatalogueQuestionKind.Names => ReadAsync(
                api.SearchRecordingsAsync($"recording:{Phrase(question.Title)} AND artist:{Phrase(question.Artist)}", MostHits, Json, cancellationToken), answer => answer.Recordings),
        });
        return MusicBrainzMapper.ToAnswer(found ?? []);
    }

    /// <summary>An artist with all names. Null if MusicBrainz does not know the artist.</summary>
    /// <exception cref="ProviderException">It could not be reached, or refused.</exception>
    public async Task<KnownArtist?> FindArtistAsync(string mbid, CancellationToken cancellationToken)
        => await FindAsync(api => api.GetArtistAsync(mbid, OfArtist, Json, cancellationToken)) is { } artist ? MusicBrainzMapper.ToArtist(artist) : null;

    private static async Task<List<MusicBrainzPayloads.Recording?>> ReadAsync<T>(Task<T> answer, Func<T, List<MusicBrainzPayloads.Recording?>> recordings)
        => recordings(await answer);

    /// <summary>A phrase in Lucene's query language, in which only quotes and backslashes have a meaning.</summary>
    private static string Phrase(string text)
        => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private async Task<T?> FindAsync<T>(Func<IMusicBrainzApi, Task<T>> ask)
        where T : class
    {
        using var http = _clients.CreateClient(Kind);
        try
        {
            return await _failures.RunAsync(() => ask(RestService.ForGenerated<IMusicBrainzApi>(http, Settings)));
        }
        catch (ProviderException unknown) when (unknown.Failure == ProviderFailure.NotFound)
        {
            return null;
        }
    }

    private ProviderException? Interpret(ApiException refusal) => refusal.StatusCode switch
    {
        // "Invalid isrc", "Invalid mbid": whatever the source calls it, MusicBrainz has nothing under it.
        HttpStatusCode.BadRequest => _failures.Of(ProviderFailure.NotFound, new Fact.ServiceKnowsNothing(Name), refusal),
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => _failures.Of(
            ProviderFailure.Forbidden,
            new Fact.MusicBrainzTurnsAway((int)refusal.StatusCode),
            refusal),
        _ => null,
    };
}
