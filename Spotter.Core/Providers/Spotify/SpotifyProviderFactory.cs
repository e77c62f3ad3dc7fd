using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Refit;
using Spotter.Core.Facts;

namespace Spotter.Core.Providers.Spotify;

/// <summary>Connects Spotify by its own sign-in page (Authorization Code with PKCE), with the installation's app or the user's
/// own.</summary>
internal sealed class SpotifyProviderFactory(IHttpClientFactory httpClients, IOptions<SpotifyOptions> options, TimeProvider clock)
    : ISourceFactory, IBrowserSignIn
{
    public const string KindName = "spotify";
    public const string Name = "Spotify";

    /// <summary>The name of the HTTP client for the accounts service.</summary>
    public const string AccountsClient = "spotify-accounts";

    private const string Scopes = "playlist-read-private playlist-read-collaborative user-library-read user-read-private";

    private static readonly RefitSettings Settings = new(new SystemTextJsonContentSerializer(new JsonSerializerOptions(JsonSerializerDefaults.Web)));

    public string Kind => KindName;

    public string DisplayName => Name;

    public Fact Summary => new Fact.SpotifySummary();

    public IReadOnlyList<SourceField> Fields { get; } =
    [
        new(SpotifyTokens.ClientId, new Fact.ClientIdField())
        {
            IsRequired = options.Value.ClientId.Length == 0,
            Hint = options.Value.ClientId.Length == 0
                ? new Fact.SpotifyAppHint()
                : new Fact.OwnAppHint(),
            HintLink = new Uri("https://developer.spotify.com/dashboard"),
        },
    ];

    public IConnectedSource Open(SourceSession session)
    {
        var http = httpClients.CreateClient(KindName);
        http.BaseAddress = new Uri(options.Value.BaseUrl.TrimEnd('/'));
        return new SpotifyProvider(RestService.ForGenerated<ISpotifyApi>(http, Settings), Tokens(), session, clock);
    }

    public BrowserSignInRequest Begin(SourceValues entered, Uri redirect)
    {
        var state = Random();
        var verifier = Random();
        var challenge = Base64Url(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));
        var query = string.Join('&', new (string Key, string Value)[]
        {
            ("response_type", "code"), ("client_id", Tokens().ClientIdOf(entered)), ("scope", Scopes), ("redirect_uri", redirect.OriginalString),
            ("state", state), ("code_challenge_method", "S256"), ("code_challenge", challenge),
        }.Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value)}"));
        return new(new Uri($"{options.Value.AccountsUrl.TrimEnd('/')}/authorize?{query}"), state, verifier, redirect, entered);
    }

    public Task<SourceValues> CompleteAsync(BrowserSignInRequest request, string code, CancellationToken cancellationToken)
        => Tokens().GetFirstAsync(request, code, cancellationToken);

    private static string Random() => Base64Url(RandomNumberGenerator.GetBytes(48));

    private static string Base64Url(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private SpotifyTokens Tokens()
    {
        var http = httpClients.CreateClient(AccountsClient);
        http.BaseAddress = new Uri(options.Value.AccountsUrl.TrimEnd('/'));
        return new(RestService.ForGenerated<ISpotifyAccounts>(http, Settings), options.Value, clock);
    }
}
