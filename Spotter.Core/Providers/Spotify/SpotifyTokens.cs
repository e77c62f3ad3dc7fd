using System.Globalization;
using System.Text.Json;
using Refit;
using Spotter.Core.Facts;
using Spotter.Core.Providers.Http;

namespace Spotter.Core.Providers.Spotify;

/// <summary>Gets, stores and renews the tokens of a connection. Spotify issues a new refresh token at each renewal and revokes the old
/// one.</summary>
internal sealed class SpotifyTokens
{
    public const string ClientId = "clientId";

    private const string Access = "accessToken";
    private const string AccessEndsAt = "accessTokenEndsAt";
    private const string Refresh = "refreshToken";
    private const string SignedInAt = "signedInAt";

    /// <summary>How long a sign-in lasts; renewing does not extend it (developer.spotify.com, 18 June 2026).</summary>
    private const int SignInMonths = 6;

    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);

    private readonly ISpotifyAccounts _accounts;
    private readonly SpotifyOptions _options;
    private readonly TimeProvider _clock;
    private readonly SourceFailures _failures;

    /// <summary>Creates it.</summary>
    /// <param name="accounts">The token endpoint.</param>
    /// <param name="options">The installation's app.</param>
    /// <param name="clock">For the lifetime of tokens.</param>
    public SpotifyTokens(ISpotifyAccounts accounts, SpotifyOptions options, TimeProvider clock)
    {
        (_accounts, _options, _clock) = (accounts, options, clock);
        _failures = new SourceFailures(SpotifyProviderFactory.KindName, SpotifyProviderFactory.Name, clock, Interpret);
    }

    /// <summary>When the sign-in ends in any case, or null if unknown.</summary>
    public static DateTimeOffset? SignInEndsAt(SourceValues values) => Moment(values, SignedInAt)?.AddMonths(SignInMonths);

    /// <summary>Exchanges the code of a sign-in for its first tokens.</summary>
    public async Task<SourceValues> GetFirstAsync(BrowserSignInRequest request, string code, CancellationToken cancellationToken)
    {
        var tokens = await AskAsync(
            [
                new("grant_type", "authorization_code"), new("code", code), new("redirect_uri", request.Redirect.OriginalString),
                new("client_id", ClientIdOf(request.Entered)), new("code_verifier", request.Verifier),
            ],
            cancellationToken);
        return Keep(request.Entered, tokens).With(SignedInAt, Text(_clock.GetUtcNow()));
    }

    /// <summary>A valid token, renewed if it is about to expire or was refused.</summary>
    /// <param name="session">The connection.</param>
    /// <param name="refused">The token that was refused, or null.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<string> GetAsync(SourceSession session, string? refused, CancellationToken cancellationToken)
    {
        if (Good(session.Values, refused) is { } good)
        {
            return good;
        }

        // Of two renewals, each would revoke the other's token.
        await using var turn = await session.TakeTurnAsync(cancellationToken);

        // Another session may have renewed it in the meantime.
        await session.ReloadAsync(cancellationToken);
        if (Good(session.Values, refused) is { } renewed)
        {
            return renewed;
        }

        var refresh = session.Values.Find(Refresh) ?? throw SignInEnded(null);
        var tokens = await AskAsync(
            [new("grant_type", "refresh_token"), new("refresh_token", refresh), new("client_id", ClientIdOf(session.Values))], CancellationToken.None);

        // Stored before it is used, even if the caller has given up: the old one is spent.
        await session.StoreAsync(Keep(session.Values, tokens), CancellationToken.None);
        return tokens.AccessToken;
    }

    /// <summary>The client id of the app that the user signs in to.</summary>
    public string ClientIdOf(SourceValues values)
        => values.Find(ClientId) ?? (_options.ClientId.Length > 0 ? _options.ClientId : throw _failures.Of(ProviderFailure.Malformed, new Fact.FieldEmpty(new Fact.ClientIdField())));

    private static string Text(DateTimeOffset moment) => moment.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private static DateTimeOffset? Moment(SourceValues values, string name)
        => long.TryParse(values.Find(name), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;

    private string? Good(SourceValues values, string? refused)
        => values.Find(Access) is { } token && token != refused && Moment(values, AccessEndsAt) > _clock.GetUtcNow() + Margin ? token : null;

    private SourceValues Keep(SourceValues values, SpotifyPayloads.Tokens tokens) => values
        .With(Access, tokens.AccessToken)
        .With(AccessEndsAt, Text(_clock.GetUtcNow().AddSeconds(tokens.ExpiresIn)))
        .With(Refresh, tokens.RefreshToken ?? values.Find(Refresh));

    private Task<SpotifyPayloads.Tokens> AskAsync(KeyValuePair<string, string>[] form, CancellationToken cancellationToken)
        => _failures.RunAsync(async () =>
        {
            using var content = new FormUrlEncodedContent(form);
            return await _accounts.GetTokensAsync(content, cancellationToken);
        });

    private ProviderException SignInEnded(Exception? cause) => _failures.Of(
        ProviderFailure.Unauthorized, new Fact.SpotifySignInEnded(), cause);

    private ProviderException? Interpret(ApiException refusal)
    {
        if ((int)refusal.StatusCode is not (400 or 401))
        {
            return null;
        }

        string? error = null;
        try
        {
            error = JsonSerializer.Deserialize<SpotifyPayloads.Refusal>(refusal.Content ?? "", JsonSerializerOptions.Web)?.Error;
        }
        catch (JsonException)
        {
            // Then it is refused without a reason.
        }

        return error switch
        {
            "invalid_client" => _failures.Of(ProviderFailure.Unauthorized, new Fact.SpotifyAppUnknown(), refusal),
            _ => SignInEnded(refusal),
        };
    }
}
