using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Refit;
using Spotter.Core.Facts;
using Spotter.Core.Providers.Http;

namespace Spotter.Core.Providers.Deezer;

/// <summary>Reads public playlists at Deezer by their link. Deezer offers new applications no sign-in, so there is nothing to
/// connect.</summary>
internal sealed class DeezerProviderFactory(
    IHttpClientFactory httpClients, [FromKeyedServices(DeezerProviderFactory.KindName)] ServiceGate gate, IOptions<DeezerOptions> options, TimeProvider clock)
    : ISourceFactory, ILinkReader
{
    public const string KindName = "deezer";
    public const string Name = "Deezer";

    private static readonly RefitSettings Settings = new(new SystemTextJsonContentSerializer(new JsonSerializerOptions(JsonSerializerDefaults.Web)));

    public string Kind => KindName;

    public string DisplayName => Name;

    public Fact Summary => new Fact.DeezerSummary();

    public IReadOnlyList<SourceField> Fields => [];

    public string LinkExample => "https://www.deezer.com/playlist/…";

    public IConnectedSource Open(SourceSession session)
    {
        var http = httpClients.CreateClient(KindName);
        http.BaseAddress = new Uri(options.Value.BaseUrl.TrimEnd('/'));
        return new DeezerProvider(RestService.ForGenerated<IDeezerApi>(http, Settings), gate, clock);
    }

    public string? FindRemoteId(Uri link) => DeezerLinks.FindPlaylist(link);

    public LinkAdvice? Advise(Uri link) => DeezerLinks.Advise(link);
}
