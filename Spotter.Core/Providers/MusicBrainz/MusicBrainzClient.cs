using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Refit;
using Spotter.Core.Facts;
using Spotter.Core.Matching.Aliases;
using Spotter.Core.Providers.Http;

namespace Spotter.Core.Providers.MusicBrainz;

/// <summary>Asks MusicBrainz, one request a second for the whole process. What goes wrong is a <see cref="ProviderException"/> with a sentence.</summary>
public sealed class MusicBrainzClient
{
    /// <summary>The service's kind, for its gate and its pauses.</summary>
    public const string Kind = "musicbrainz";

    /// <summary>Its name for people.</summary>
    internal const string Name = "MusicBrainz";

    private const string Json = "json";
    private const string OfRecording = "artist-credits isrcs aliases";
    private const string OfArtist = "aliases";

    // A famous song has many recordings, and the one that is meant need not be first.
    private const int MostHits = 50;

    private static readonly RefitSettings Settings = new(new SystemTextJsonContentSerializer(new JsonSerializerOptions(JsonSerializerDefaults.Web)));

    private readonly IHttpClientFactory _clients;
    private readonly MusicBrainzOptions _options;
    private readonly SourceFailures _failures;

    /// <summary>Made by the service provider.</summary>
    public MusicBrainzClient(IHttpClientFactory clients, IOptions<MusicBrainzOptions> options, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(options);
        (_clients, _options) = (clients, options.Value);
        _failures = new(Kind, Name, clock, Interpret);
    }

    /// <summary>Whether it may be asked at all.</summary>
    public bool IsEnabled => _options.Enabled;

    /// <summary>What answers a question; nothing where MusicBrainz does not know.</summary>
    /// <exception cref="ProviderException">It could not be asked, or refused.</exception>
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

    /// <summary>An artist with every name; null where MusicBrainz does not know them.</summary>
    /// <exception cref="ProviderException">It could not be asked, or refused.</exception>
    public async Task<KnownArtist?> FindArtistAsync(string mbid, CancellationToken cancellationToken)
        => await FindAsync(api => api.GetArtistAsync(mbid, OfArtist, Json, cancellationToken)) is { } artist ? MusicBrainzMapper.ToArtist(artist) : null;

    private static async Task<List<MusicBrainzPayloads.Recording?>> ReadAsync<T>(Task<T> answer, Func<T, List<MusicBrainzPayloads.Recording?>> recordings)
        => recordings(await answer);

    /// <summary>A phrase of Lucene's query language, in which only quotes and backslashes mean something.</summary>
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
        // "Invalid isrc", "Invalid mbid": whatever the source says it is, MusicBrainz has nothing under it.
        HttpStatusCode.BadRequest => _failures.Of(ProviderFailure.NotFound, new Fact.ServiceKnowsNothing(Name), refusal),
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => _failures.Of(
            ProviderFailure.Forbidden,
            new Fact.MusicBrainzTurnsAway((int)refusal.StatusCode),
            refusal),
        _ => null,
    };
}
