using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Spotter.Core.Accounts;
using Spotter.Core.Facts;
using Spotter.Core.Providers;
using Spotter.Navidrome.Subsonic;

namespace Spotter.Navidrome.Native;

/// <summary>
/// Navidrome's native API, for what the protocol cannot do: covers, rows of a playlist by their position, the albums that a scan has
/// changed, and events about scans. It is unofficial, and proxies often let only the protocol through, so nothing is retried here, and a
/// server that refuses is not called for an hour.
/// </summary>
internal sealed class NativeClient(HttpClient http, Uri server, Credentials credentials, NativeSession session, TimeProvider clock)
{
    /// <summary>The answers are small: a token, or the description of one playlist.</summary>
    internal const int MaxAnswerBytes = 1024 * 1024;

    private const string TokenHeader = "X-ND-Authorization";
    private static readonly TimeSpan Rest = TimeSpan.FromHours(1);

    /// <summary>The pause after a temporary failure, such as too many logins: Navidrome accepts five in twenty seconds, including
    /// successful ones.</summary>
    private static readonly TimeSpan ShortRest = TimeSpan.FromMinutes(1);

    /// <summary>Whether somebody has uploaded an image for the playlist.</summary>
    public async Task<bool> HasImageAsync(string playlistId, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(() => new HttpRequestMessage(HttpMethod.Get, AddressOf(playlistId)), cancellationToken);
        return (await ReadAsync<PlaylistAnswer>(response, cancellationToken)).UploadedImage is { Length: > 0 };
    }

    /// <summary>Whether the server says that the playlist or album has no image. An image that it returns for one is then made
    /// up.</summary>
    /// <param name="kind">"playlist" or "album".</param>
    /// <param name="id">The id of the playlist or album.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<bool> IsImageAbsentAsync(string kind, string id, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(() => new HttpRequestMessage(HttpMethod.Get, AddressOf(kind, id)), cancellationToken);
        return (await ReadAsync<ImageAnswer>(response, cancellationToken)).ImageAbsent;
    }

    /// <summary>Sets the playlist's image.</summary>
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
        await ReadAsync<UploadAnswer>(response, answer => answer.Status == "ok", cancellationToken);
    }

    /// <summary>The albums in which a scan found something, the latest first, including those whose files are gone.</summary>
    /// <param name="start">The number of albums to skip.</param>
    /// <param name="count">The number of albums to return.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<IReadOnlyList<NativeAlbum>> ReadLatestAlbumsAsync(int start, int count, CancellationToken cancellationToken)
    {
        var address = string.Create(CultureInfo.InvariantCulture, $"{Root}/api/album?_start={start}&_end={start + count}&_sort=imported_at&_order=DESC");
        using var response = await SendAsync(() => new HttpRequestMessage(HttpMethod.Get, address), cancellationToken);
        return await ReadAsync<IReadOnlyList<NativeAlbum>>(response, cancellationToken);
    }

    /// <summary>The server's events, one by one, until the connection ends.</summary>
    /// <param name="silence">How long the server may send nothing. It sends a keep-alive every fifteen seconds.</param>
    /// <param name="cancellationToken">Ends the connection.</param>
    /// <exception cref="ProviderException">There is no such stream.</exception>
    /// <exception cref="IOException">The connection was interrupted or fell silent.</exception>
    public async IAsyncEnumerable<ServerEvent> ListenAsync(TimeSpan silence, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var response = await SendAsync(
            () => new HttpRequestMessage(HttpMethod.Get, $"{Root}/api/events?jwt={Uri.EscapeDataString(session.Token ?? "")}") { Headers = { Accept = { new("text/event-stream") } } },
            HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (response.Content.Headers.ContentType?.MediaType != "text/event-stream")
        {
            throw Unread(null);
        }

        using var patience = new CancellationTokenSource(silence, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(cancellationToken));
        var name = "";
        while (await ReadLineAsync(reader, either.Token, cancellationToken) is { } line)
        {
            patience.CancelAfter(silence);
            if (line.StartsWith("event:", StringComparison.Ordinal))
            {
                name = line["event:".Length..].Trim();
            }
            else if (line.StartsWith("data:", StringComparison.Ordinal))
            {
                yield return new ServerEvent(name, line["data:".Length..].Trim());
            }
        }
    }

    private static async Task<string?> ReadLineAsync(StreamReader reader, CancellationToken patience, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.ReadLineAsync(patience);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new IOException("Nothing was heard any more.");
        }
    }

    /// <summary>The playlist's address in this API.</summary>
    internal string AddressOf(string playlistId) => AddressOf("playlist", playlistId);

    private string AddressOf(string kind, string id) => $"{Root}/api/{kind}/{Uri.EscapeDataString(id)}";

    private string Root => server.AbsoluteUri.TrimEnd('/');

    /// <summary>Sends a request. Returns a successful answer.</summary>
    internal Task<HttpResponseMessage> SendAsync(Func<HttpRequestMessage> make, CancellationToken cancellationToken)
        => SendAsync(make, HttpCompletionOption.ResponseContentRead, cancellationToken);

    /// <summary>Sends a request. Returns a successful answer, or its beginning.</summary>
    private async Task<HttpResponseMessage> SendAsync(Func<HttpRequestMessage> make, HttpCompletionOption completion, CancellationToken cancellationToken)
    {
        var token = await LogInAsync(refused: null, cancellationToken);
        var response = await SendAsync(make, token, completion, cancellationToken);
        if (response.StatusCode == HttpStatusCode.Unauthorized)
        {
            // The token is too old, or from before an upgrade: try once with a new one.
            response.Dispose();
            response = await SendAsync(make, await LogInAsync(token, cancellationToken), completion, cancellationToken);
        }

        if (response.IsSuccessStatusCode)
        {
            return response;
        }

        using (response)
        {
            throw await IsAboutUnknownAsync(response, cancellationToken) ? Refused(HttpStatusCode.NotFound) : Refused(response.StatusCode);
        }
    }

    /// <summary>Navidrome answers HTTP 500 for an unknown playlist, and only the text distinguishes that from an internal error.</summary>
    private static async Task<bool> IsAboutUnknownAsync(HttpResponseMessage response, CancellationToken cancellationToken)
        => response.StatusCode == HttpStatusCode.InternalServerError
            && (await response.Content.ReadAsStringAsync(cancellationToken)).Contains("data not found", StringComparison.Ordinal);

    private async Task<HttpResponseMessage> SendAsync(
        Func<HttpRequestMessage> make, string token, HttpCompletionOption completion, CancellationToken cancellationToken)
    {
        using var request = make();
        request.Headers.TryAddWithoutValidation(TokenHeader, "Bearer " + token);
        var response = await InTimeAsync(ct => http.SendAsync(request, completion, ct), cancellationToken);
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
                    ProviderKinds.Navidrome, ProviderFailure.Unavailable, new Fact.OwnInterfaceRests());
            }

            if (isKnown && session.Token is { } token && token != refused)
            {
                return token;
            }

            (session.Token, session.Password) = (null, credentials.Password);
            using var response = await InTimeAsync(
                ct => http.PostAsJsonAsync($"{Root}/auth/login", new LoginForm(credentials.UserName, credentials.Password), ct), cancellationToken);
            if (!response.IsSuccessStatusCode)
            {
                // A refusal does not prove that the password is wrong: logins can be disabled for this API alone. Further tries would count
                // against a login limit.
                var isOfTheMoment = response.StatusCode == HttpStatusCode.TooManyRequests || (int)response.StatusCode >= 500;
                session.RestsUntil = clock.GetUtcNow() + (isOfTheMoment ? ShortRest : Rest);
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

    /// <summary>Waits at most fifteen seconds for an answer.</summary>
    private async Task<HttpResponseMessage> InTimeAsync(Func<CancellationToken, Task<HttpResponseMessage>> send, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(SubsonicResilience.PingTimeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            return await send(either.Token);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException
            || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            // A server that hangs would delay every sync. A server that cannot be reached at all does not.
            session.RestsUntil = failure is OperationCanceledException ? clock.GetUtcNow() + ShortRest : session.RestsUntil;
            throw new ProviderException(
                ProviderKinds.Navidrome, ProviderFailure.Unavailable, new Fact.OwnInterfaceSilent(), failure);
        }
    }

    internal async Task<T> ReadAsync<T>(HttpResponseMessage response, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            // JSON is UTF-8, whatever charset a header claims.
            await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
            return await JsonSerializer.DeserializeAsync<T>(body, JsonSerializerOptions.Web, cancellationToken) ?? throw Unread(null);
        }
        catch (JsonException failure)
        {
            throw Unread(failure);
        }
    }

    /// <summary>
    /// Reads the answer to a change. "200 OK" alone does not prove that it was made: a proxy sends its sign-in page with that status too.
    /// </summary>
    internal async Task ReadAsync<T>(HttpResponseMessage response, Func<T, bool> isDone, CancellationToken cancellationToken)
        where T : class
    {
        if (!isDone(await ReadAsync<T>(response, cancellationToken)))
        {
            throw Unread(null);
        }
    }

    /// <summary>A web page instead of an answer comes from a proxy, which stays that way for a while.</summary>
    private ProviderException Unread(JsonException? failure)
    {
        session.RestsUntil = clock.GetUtcNow() + Rest;
        return new ProviderException(ProviderKinds.Navidrome, ProviderFailure.Malformed, new Fact.OwnInterfaceReplaced(), failure);
    }

    private ProviderException Refused(HttpStatusCode status)
    {
        // A refusal of this user or of this API stays for a while. Anything else is about this playlist or image, or is temporary.
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
            new Fact.OwnInterfaceRefused((int)status));
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

    private sealed record UploadAnswer(string? Status);
}
