using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Spotter.Core.Accounts;
using Spotter.Core.Providers;

namespace Spotter.Navidrome.Native;

/// <summary>
/// Navidrome's own interface, for the one thing that the protocol cannot do: covers. It is unofficial, and proxies often let only the protocol
/// through, so nothing is tried again here, and whoever refuses is left alone for an hour.
/// </summary>
internal sealed class NativeClient(HttpClient http, Uri server, Credentials credentials, NativeSession session, TimeProvider clock)
{
    private const string TokenHeader = "X-ND-Authorization";
    private static readonly TimeSpan Rest = TimeSpan.FromHours(1);

    /// <summary>Whether somebody has uploaded an image for the playlist.</summary>
    public async Task<bool> HasImageAsync(string playlistId, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(() => new HttpRequestMessage(HttpMethod.Get, AddressOf(playlistId)), cancellationToken);
        return (await ReadAsync<PlaylistAnswer>(response, cancellationToken)).UploadedImage is { Length: > 0 };
    }

    /// <summary>Whether the server says that the playlist or the album has no image: what it sends for one then is made up.</summary>
    /// <param name="kind">"playlist" or "album".</param>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<bool> IsImageAbsentAsync(string kind, string id, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(() => new HttpRequestMessage(HttpMethod.Get, AddressOf(kind, id)), cancellationToken);
        return (await ReadAsync<ImageAnswer>(response, cancellationToken)).ImageAbsent;
    }

    /// <summary>Makes this the playlist's image.</summary>
    public async Task UploadAsync(string playlistId, CoverImage image, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(
            () =>
            {
                var part = new ByteArrayContent(image.Bytes) { Headers = { ContentType = new MediaTypeHeaderValue(image.ContentType) } };
                var form = new MultipartFormDataContent { { part, "image", "cover." + image.ContentType["image/".Length..] } };
                return new HttpRequestMessage(HttpMethod.Post, AddressOf(playlistId) + "/image") { Content = form };
            },
            cancellationToken);
    }

    private string AddressOf(string playlistId) => AddressOf("playlist", playlistId);

    private string AddressOf(string kind, string id) => $"{Root}/api/{kind}/{Uri.EscapeDataString(id)}";

    private string Root => server.AbsoluteUri.TrimEnd('/');

    /// <summary>A good answer.</summary>
    private async Task<HttpResponseMessage> SendAsync(Func<HttpRequestMessage> make, CancellationToken cancellationToken)
    {
        var token = await LogInAsync(refused: null, cancellationToken);
        var response = await SendAsync(make, token, cancellationToken);
        if (response.StatusCode == HttpStatusCode.Unauthorized)
        {
            // Too old, or from before an upgrade: a new one, once.
            response.Dispose();
            response = await SendAsync(make, await LogInAsync(token, cancellationToken), cancellationToken);
        }

        if (response.IsSuccessStatusCode)
        {
            return response;
        }

        using (response)
        {
            throw Refused(response.StatusCode);
        }
    }

    private async Task<HttpResponseMessage> SendAsync(Func<HttpRequestMessage> make, string token, CancellationToken cancellationToken)
    {
        using var request = make();
        request.Headers.TryAddWithoutValidation(TokenHeader, "Bearer " + token);
        var response = await http.SendAsync(request, cancellationToken);
        if (response.IsSuccessStatusCode && response.Headers.TryGetValues(TokenHeader, out var renewed) && renewed.First() is { Length: > 0 } next)
        {
            session.Token = next.StartsWith("Bearer ", StringComparison.Ordinal) ? next["Bearer ".Length..] : next;
        }

        return response;
    }

    /// <summary>A token other than the one that was refused.</summary>
    private async Task<string> LogInAsync(string? refused, CancellationToken cancellationToken)
    {
        await session.Gate.WaitAsync(cancellationToken);
        try
        {
            var isKnown = session.Password == credentials.Password;
            if (isKnown && clock.GetUtcNow() < session.RestsUntil)
            {
                throw new ProviderException(
                    ProviderKinds.Navidrome, ProviderFailure.Unavailable, "Navidrome's own interface refused a moment ago, so Spotter leaves it alone for an hour.");
            }

            if (isKnown && session.Token is { } token && token != refused)
            {
                return token;
            }

            (session.Token, session.Password) = (null, credentials.Password);
            using var response = await http.PostAsJsonAsync($"{Root}/auth/login", new LoginForm(credentials.UserName, credentials.Password), cancellationToken);
            if (!response.IsSuccessStatusCode)
            {
                // A refused password is no proof against it: logins can be switched off here alone. What counts them must not be fed.
                session.RestsUntil = clock.GetUtcNow() + Rest;
                throw Refused(response.StatusCode);
            }

            session.Token = (await ReadAsync<LoginAnswer>(response, cancellationToken)).Token is { Length: > 0 } fresh ? fresh : throw Unread(null);
            session.RestsUntil = default;
            return session.Token;
        }
        finally
        {
            session.Gate.Release();
        }
    }

    private async Task<T> ReadAsync<T>(HttpResponseMessage response, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return await response.Content.ReadFromJsonAsync<T>(cancellationToken) ?? throw Unread(null);
        }
        catch (JsonException failure)
        {
            throw Unread(failure);
        }
    }

    /// <summary>A page for people in place of an answer: a proxy's doing, which stays so for a while.</summary>
    private ProviderException Unread(JsonException? failure)
    {
        session.RestsUntil = clock.GetUtcNow() + Rest;
        return new ProviderException(ProviderKinds.Navidrome, ProviderFailure.Malformed, "What answers in place of Navidrome's own interface is something else.", failure);
    }

    private ProviderException Refused(HttpStatusCode status)
    {
        // Not this user, not here: that stays so for a while. Anything else is about the one playlist or image, or about the moment.
        session.RestsUntil = status is HttpStatusCode.Forbidden or HttpStatusCode.MethodNotAllowed or HttpStatusCode.Unauthorized || (int)status is >= 300 and < 400
            ? clock.GetUtcNow() + Rest
            : session.RestsUntil;
        return new ProviderException(
            ProviderKinds.Navidrome,
            status switch
            {
                HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => ProviderFailure.Forbidden,
                HttpStatusCode.NotFound => ProviderFailure.NotFound,
                _ => ProviderFailure.Unavailable,
            },
            $"Navidrome's own interface answered with HTTP {(int)status}.");
    }

    private sealed record LoginForm(string Username, string Password)
    {
        public override string ToString() => Username;
    }

    private sealed record LoginAnswer(string? Token)
    {
        public override string ToString() => nameof(LoginAnswer);
    }

    private sealed record PlaylistAnswer(string? UploadedImage);

    private sealed record ImageAnswer(bool ImageAbsent);
}
