using System.Collections.Concurrent;
using Spotter.Core.Facts;
using Spotter.Core.Providers;

namespace Spotter.Core.Sources;

/// <summary>Sign-ins that have begun on a service's own page and have not returned yet. Kept in memory: after a restart, users begin
/// again.</summary>
public sealed class BrowserSignIns(SourceSessions sessions, SourceConnections connections, TimeProvider clock)
{
    private static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(20);

    private readonly ConcurrentDictionary<string, Pending> _pending = new();
    private readonly ConcurrentDictionary<int, SignInReturn> _returns = new();

    /// <summary>Begins a sign-in.</summary>
    /// <param name="userId">The user.</param>
    /// <param name="kind">The service.</param>
    /// <param name="entered">The values entered in the form.</param>
    /// <param name="existing">The connection whose sign-in is renewed, or null for a new one.</param>
    /// <param name="redirect">The address that the service sends the user back to.</param>
    /// <returns>The address that the browser opens.</returns>
    /// <exception cref="ProviderException">The form is incomplete.</exception>
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

    /// <summary>Completes a sign-in. A state that is unknown, or that belongs to another user, is refused, and each state works only
    /// once.</summary>
    /// <param name="userId">The user who returned.</param>
    /// <param name="kind">The service.</param>
    /// <param name="state">The state that the service returned.</param>
    /// <param name="code">The code, if the user agreed.</param>
    /// <param name="error">The error, if the user did not.</param>
    /// <param name="cancellationToken">Stops the exchange.</param>
    /// <exception cref="ProviderException">Nothing was connected. The message says why.</exception>
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

    /// <summary>The same from the address that the browser ended up at, for browsers that could not reach Spotter there.</summary>
    /// <exception cref="ProviderException">Nothing was connected. The message says why.</exception>
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
