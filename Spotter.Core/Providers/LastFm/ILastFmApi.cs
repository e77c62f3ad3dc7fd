using Refit;

namespace Spotter.Core.Providers.LastFm;

/// <summary>The one call that Last.fm has (last.fm/api, "REST requests"): what is asked for stands in the method. Reading needs a key and no sign-in.</summary>
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
