using System.Collections.Concurrent;
using Spotter.Core.Facts;
using Spotter.Core.Providers;

namespace Spotter.Core.Sources;

/// <summary>Sign-ins that have begun at a service's own page and have not come back yet. In memory: a restart means to begin again.</summary>
public sealed class BrowserSignIns(SourceSessions sessions, SourceConnections connections, TimeProvider clock)
{
    private static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(20);

    private readonly ConcurrentDictionary<string, Pending> _pending = new();
    private readonly ConcurrentDictionary<int, SignInReturn> _returns = new();

    /// <summary>Sends a user off.</summary>
    /// <param name="userId">Who.</param>
    /// <param name="kind">Where to.</param>
    /// <param name="entered">What the form was given.</param>
    /// <param name="existing">The connection whose sign-in is renewed, or null for a new one.</param>
    /// <param name="redirect">Where the service sends them back to.</param>
    /// <returns>The address that the browser opens.</returns>
    /// <exception cref="ProviderException">The form is not complete.</exception>
    public Uri Begin(int userId, string kind, SourceValues entered, SourceConnection? existing, Uri redirect)
    {
        foreach (var (state, old) in _pending)
        {
            if (old.Until < clock.GetUtcNow())
            {
                _pending.TryRemove(state, out _);
            }
        }

        var signIn = (IBrowserSignIn)sessions.Find(kind);
        var request = signIn.Begin(entered, redirect);
        _pending[request.State] = new(userId, kind, existing?.Id, request, clock.GetUtcNow() + GoodFor);
        return request.Address;
    }

    /// <summary>Takes a user back. A state that nobody was sent off with, or somebody else, opens nothing, and each opens once.</summary>
    /// <param name="userId">Who came back.</param>
    /// <param name="kind">From where.</param>
    /// <param name="state">The state that the service hands back.</param>
    /// <param name="code">The code, where the user agreed.</param>
    /// <param name="error">The error, where they did not.</param>
    /// <param name="cancellationToken">Stops the exchange.</param>
    /// <exception cref="ProviderException">Nothing was connected; the message says why.</exception>
    public async Task<SourceConnection> CompleteAsync(int userId, string kind, string? state, string? code, string? error, CancellationToken cancellationToken)
    {
        var factory = sessions.Find(kind);
        if (state is null || !_pending.TryGetValue(state, out var pending) || pending.UserId != userId || pending.Kind != kind
            || pending.Until < clock.GetUtcNow() || !_pending.TryRemove(state, out _))
        {
            throw Refuse(kind, new Fact.SignInNotBegun(factory.DisplayName));
        }

        if (error is not null || code is null)
        {
            throw Refuse(kind, error is null or "access_denied"
                ? new Fact.SignInDeclined(factory.DisplayName)
                : new Fact.SignInRefused(factory.DisplayName, Short(error)));
        }

        var values = await ((IBrowserSignIn)factory).CompleteAsync(pending.Request, code, cancellationToken);
        return await connections.ConnectAsync(userId, kind, values, pending.ExistingId, cancellationToken);
    }

    /// <summary>The same from the address at which the browser ended up, where that could not reach Spotter.</summary>
    /// <exception cref="ProviderException">Nothing was connected; the message says why.</exception>
    public Task<SourceConnection> CompleteAsync(int userId, string kind, string pastedAddress, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(pastedAddress.Trim(), UriKind.Absolute, out var address) || address.Query.Length == 0)
        {
            throw Refuse(kind, new Fact.AddressWrong());
        }

        var query = address.Query.TrimStart('?').Split('&').Select(pair => pair.Split('=', 2)).Where(pair => pair.Length == 2)
            .GroupBy(pair => pair[0]).ToDictionary(group => group.Key, group => Uri.UnescapeDataString(group.First()[1]));
        return CompleteAsync(userId, kind, query.GetValueOrDefault("state"), query.GetValueOrDefault("code"), query.GetValueOrDefault("error"), cancellationToken);
    }

    /// <summary>Keeps the result for the page that the user is sent to next.</summary>
    public void StoreReturn(int userId, SignInReturn result) => _returns[userId] = result;

    /// <summary>What was left for the user's page; given once.</summary>
    public SignInReturn? TakeReturn(int userId) => _returns.TryRemove(userId, out var result) ? result : null;

    private static ProviderException Refuse(string kind, Fact reason) => new(kind, ProviderFailure.Unauthorized, reason);

    private static string Short(string error) => new([.. error.Take(40).Where(c => char.IsAsciiLetterOrDigit(c) || c == '_')]);

    private sealed record Pending(int UserId, string Kind, int? ExistingId, BrowserSignInRequest Request, DateTimeOffset Until);
}
