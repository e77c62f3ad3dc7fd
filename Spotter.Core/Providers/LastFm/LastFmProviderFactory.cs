using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Refit;
using Spotter.Core.Facts;
using Spotter.Core.Providers.Http;

namespace Spotter.Core.Providers.LastFm;

/// <summary>Connects Last.fm by user name, with the installation's API key or the user's own.</summary>
internal sealed class LastFmProviderFactory(
    IHttpClientFactory httpClients, [FromKeyedServices(LastFmProviderFactory.KindName)] ServiceGate gate, IOptions<LastFmOptions> options, TimeProvider clock)
    : ISourceFactory, ILinkReader
{
    public const string KindName = "lastfm";
    public const string Name = "Last.fm";

    private const string UserField = "user";
    private const string KeyField = "apiKey";

    private static readonly RefitSettings Settings = new(new SystemTextJsonContentSerializer(new JsonSerializerOptions(JsonSerializerDefaults.Web)));

    public string Kind => KindName;

    public string DisplayName => Name;

    public Fact Summary => new Fact.LastFmSummary();

    public IReadOnlyList<SourceField> Fields { get; } =
    [
        new(UserField, new Fact.UserNameField()) { IsRequired = true, Hint = new Fact.UserNameHint("last.fm") },
        new(KeyField, new Fact.ApiKeyField())
        {
            IsSecret = true,
            IsRequired = options.Value.ApiKey.Length == 0,
            Hint = options.Value.ApiKey.Length == 0 ? new Fact.LastFmKeyHint() : new Fact.OwnKeyHint(),
            HintLink = new Uri("https://www.last.fm/api/account/create"),
        },
    ];

    public string LinkExample => "https://www.last.fm/tag/…";

    public IConnectedSource Open(SourceSession session)
    {
        var http = httpClients.CreateClient(KindName);
        http.BaseAddress = new Uri(options.Value.BaseUrl.TrimEnd('/'));
        var key = session.Values.Find(KeyField) ?? (options.Value.ApiKey.Length > 0 ? options.Value.ApiKey : null);
        return new LastFmProvider(RestService.ForGenerated<ILastFmApi>(http, Settings), gate, session.Values.Find(UserField), key, clock);
    }

    public string? FindRemoteId(Uri link) => LastFmList.Find(link)?.RemoteId;

    public LinkAdvice? Advise(Uri link) => link.Host.ToLowerInvariant() is not ("last.fm" or "www.last.fm") ? null : new(new Fact.LastFmLink())
    {
        ConnectKind = KindName,
    };
}
