using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Spotter.Core.Accounts;

namespace Spotter.Web.Access;

/// <summary>HTTP Basic with the credentials of the music server (RFC 7617).</summary>
public sealed class BasicAuthenticationHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder, SignInGate entrance, AccessCheck access, BasicCredentialCache cache)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    private SignInRefusal? _refusal;

    /// <summary>The name and password in an Authorization header, or null if there are none.</summary>
    public static Credentials? Parse(string? header)
    {
        if (!AuthenticationHeaderValue.TryParse(header, out var value)
            || !string.Equals(value.Scheme, SpotterSchemes.Basic, StringComparison.OrdinalIgnoreCase)
            || value.Parameter is null)
        {
            return null;
        }

        var bytes = new byte[value.Parameter.Length];
        if (!Convert.TryFromBase64String(value.Parameter, bytes, out var length))
        {
            return null;
        }

        var pair = Encoding.UTF8.GetString(bytes, 0, length);
        var colon = pair.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 ? new Credentials(pair[..colon], pair[(colon + 1)..]) : null;
    }

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Parse(Request.Headers.Authorization) is not { } credentials)
        {
            return AuthenticateResult.NoResult();
        }

        // If the remembered sign-in has ended, the server is asked: if it had refused by mistake, this call signs in again.
        var visitor = cache.Find(credentials);
        if (visitor is null || !await access.HoldsAsync(visitor, isUse: true, Context.RequestAborted))
        {
            (visitor, _refusal) = await entrance.EnterAsync(
                credentials, Context.Connection.RemoteIpAddress, cache.FindDevice(credentials), Context.RequestAborted);
            if (visitor is null)
            {
                return AuthenticateResult.Fail(_refusal!.Message);
            }

            cache.Remember(credentials, visitor);
        }

        return AuthenticateResult.Success(new AuthenticationTicket(visitor.ToPrincipal(Scheme.Name), Scheme.Name));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var (statusCode, detail) = _refusal switch
        {
            null => (StatusCodes.Status401Unauthorized, "Send the name and password of the music server by HTTP Basic."),
            { Reason: SignInRefusalReason.WrongCredentials } => (StatusCodes.Status401Unauthorized, _refusal.Message),
            { Reason: SignInRefusalReason.TooManyTries } => (StatusCodes.Status429TooManyRequests, _refusal.Message),
            { Reason: SignInRefusalReason.ServerUnavailable } => (StatusCodes.Status503ServiceUnavailable, _refusal.Message),
        };
        if (statusCode == StatusCodes.Status401Unauthorized)
        {
            BasicChallenge.AddTo(Context);
        }

        if (_refusal?.RetryAfter is { } wait)
        {
            Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }

        return TypedResults.Problem(detail, statusCode: statusCode).ExecuteAsync(Context);
    }
}
