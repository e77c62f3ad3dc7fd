using System.Text.Json;
using Microsoft.Extensions.Options;
using Refit;

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

    public string Summary => "Your own and collaborative playlists, and those made for you: Weekly Jams, Weekly Exploration, Daily Jams.";

    public IReadOnlyList<SourceField> Fields { get; } =
    [
        new(UserField, "User name") { IsRequired = true, Hint = "As in the address of your profile at listenbrainz.org." },
        new(TokenField, "User token")
        {
            IsSecret = true,
            Hint = "Only for private playlists. You find it in your settings there.",
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

    public LinkAdvice? Advise(Uri link) => !IsOurs(link) ? null : new(
        "Spotter reads playlists at ListenBrainz by their link, which looks like https://listenbrainz.org/playlist/… For all of an account's playlists connect ListenBrainz.")
    {
        ConnectKind = KindName,
    };

    private static bool IsOurs(Uri link) => link.Host.ToLowerInvariant() is "listenbrainz.org" or "www.listenbrainz.org";
}
