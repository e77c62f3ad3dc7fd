using System.Text.Json;
using Microsoft.Extensions.Options;
using Refit;
using Spotter.Core.Facts;

namespace Spotter.Core.Providers.ListenBrainz;

/// <summary>Connects ListenBrainz by user name, and with a token for private playlists.</summary>
internal sealed class ListenBrainzProviderFactory(IHttpClientFactory httpClients, IOptions<ListenBrainzOptions> options, TimeProvider clock)
    : ISourceFactory, ILinkReader
{
    public const string KindName = "listenbrainz";
    public const string Name = "ListenBrainz";

    private const string UserField = "user";
    private const string TokenField = "token";

    private static readonly RefitSettings Settings = new(new SystemTextJsonContentSerializer(new JsonSerializerOptions(JsonSerializerDefaults.Web)));

    public string Kind => KindName;

    public string DisplayName => Name;

    public Fact Summary => new Fact.ListenBrainzSummary();

    public IReadOnlyList<SourceField> Fields { get; } =
    [
        new(UserField, new Fact.UserNameField()) { IsRequired = true, Hint = new Fact.UserNameHint("listenbrainz.org") },
        new(TokenField, new Fact.UserTokenField())
        {
            IsSecret = true,
            Hint = new Fact.ListenBrainzTokenHint(),
            HintLink = new Uri("https://listenbrainz.org/settings/"),
        },
    ];

    public string LinkExample => "https://listenbrainz.org/playlist/…";

    public IConnectedSource Open(SourceSession session)
    {
        var http = httpClients.CreateClient(KindName);
        http.BaseAddress = new Uri(options.Value.BaseUrl.TrimEnd('/'));
        return new ListenBrainzProvider(
            RestService.ForGenerated<IListenBrainzApi>(http, Settings), session.Values.Find(UserField), session.Values.Find(TokenField), clock);
    }

    public string? FindRemoteId(Uri link)
        => IsOurs(link) && link.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries) is ["playlist", var mbid, ..]
                ? ListenBrainzMapper.FindMbid(mbid)
                : null;

    public LinkAdvice? Advise(Uri link) => !IsOurs(link) ? null : new(new Fact.ListenBrainzLink())
    {
        ConnectKind = KindName,
    };

    private static bool IsOurs(Uri link) => link.Host.ToLowerInvariant() is "listenbrainz.org" or "www.listenbrainz.org";
}
