using Refit;

namespace Spotter.Core.Providers.LastFm;

/// <summary>The only endpoint of Last.fm (last.fm/api, "REST requests"): the method parameter says what is asked for. Reading needs a key
/// but no sign-in.</summary>
internal interface ILastFmApi
{
    [Get("/?format=json")]
    Task<LastFmPayloads.Answer> AskAsync(
        string method,
        [AliasAs("api_key")] string apiKey,
        string? user = null,
        string? period = null,
        string? tag = null,
        string? artist = null,
        int? limit = null,
        int? page = null,
        CancellationToken cancellationToken = default);
}
