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
/// Navidrome's own interface, for what the protocol cannot do: covers, rows of a playlist by their position, which albums a scan has changed, and word of scans. It is
/// unofficial, and proxies often let only the protocol through, so nothing is tried again here, and whoever refuses is left alone for an hour.
/// </summary>
internal sealed class NativeClient(HttpClient http, Uri server, Credentials credentials, NativeSession session, TimeProvider clock)
{
    /// <summary>A token, or the description of one playlist.</summary>
    internal const int MaxAnswerBytes = 1024 * 1024;

    private const string TokenHeader = "X-ND-Authorization";
    private static readonly TimeSpan Rest = TimeSpan.FromHours(1);

    /// <summary>After a failure of the moment, such as a login too many: Navidrome takes five in twenty seconds, good ones included.</summary>
    private static readonly TimeSpan ShortRest = TimeSpan.FromMinutes(1);

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
        await ReadAsync<UploadAnswer>(response, answer => answer.Status == "ok", cancellationToken);
    }

    /// <summary>The albums in which a scan found something, the latest first; those whose files are gone among them.</summary>
    /// <param name="start">How many to pass over.</param>
    /// <param name="count">How many.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<IReadOnlyList<NativeAlbum>> ReadLatestAlbumsAsync(int start, int count, CancellationToken cancellationToken)
    {
        var address = string.Create(CultureInfo.InvariantCulture, $"{Root}/api/album?_start={start}&_end={start + count}&_sort=imported_at&_order=DESC");
        using var response = await SendAsync(() => new HttpRequestMessage(HttpMethod.Get, address), cancellationToken);
        return await ReadAsync<IReadOnlyList<NativeAlbum>>(response, cancellationToken);
    }

    /// <summary>What the server tells of its own accord, event by event, until the connection ends.</summary>
    /// <param name="silence">How long it may say nothing at all; it sends a sign of life every fifteen seconds.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ProviderException">There is no such stream.</exception>
    /// <exception cref="IOException">The connection broke, or fell silent.</exception>
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

    /// <summary>The playlist's address there.</summary>
    internal string AddressOf(string playlistId) => AddressOf("playlist", playlistId);

    private string AddressOf(string kind, string id) => $"{Root}/api/{kind}/{Uri.EscapeDataString(id)}";

    private string Root => server.AbsoluteUri.TrimEnd('/');

    /// <summary>A good answer.</summary>
    internal Task<HttpResponseMessage> SendAsync(Func<HttpRequestMessage> make, CancellationToken cancellationToken)
        => SendAsync(make, HttpCompletionOption.ResponseContentRead, cancellationToken);

    /// <summary>A good answer, or the beginning of one.</summary>
    private async Task<HttpResponseMessage> SendAsync(Func<HttpRequestMessage> make, HttpCompletionOption completion, CancellationToken cancellationToken)
    {
        var token = await LogInAsync(refused: null, cancellationToken);
        var response = await SendAsync(make, token, completion, cancellationToken);
        if (response.StatusCode == HttpStatusCode.Unauthorized)
        {
            // Too old, or from before an upgrade: a new one, once.
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

    /// <summary>Navidrome says HTTP 500 of a playlist that it does not know, and only the text tells that from a failure of its own.</summary>
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
                // A refused password is no proof against it: logins can be switched off here alone. What counts them must not be fed.
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

    /// <summary>Waits fifteen seconds for an answer and no longer.</summary>
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
            // What hangs would hold up every sync; what is not there at all does not.
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
            // JSON is UTF-8, whatever charset a header makes up.
            await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
            return await JsonSerializer.DeserializeAsync<T>(body, JsonSerializerOptions.Web, cancellationToken) ?? throw Unread(null);
        }
        catch (JsonException failure)
        {
            throw Unread(failure);
        }
    }

    /// <summary>
    /// The answer to something that was to be done. "200 OK" alone does not say that it was: a proxy sends its sign-in page with that as well.
    /// </summary>
    internal async Task ReadAsync<T>(HttpResponseMessage response, Func<T, bool> isDone, CancellationToken cancellationToken)
        where T : class
    {
        if (!isDone(await ReadAsync<T>(response, cancellationToken)))
        {
            throw Unread(null);
        }
    }

    /// <summary>A page for people in place of an answer: a proxy's doing, which stays so for a while.</summary>
    private ProviderException Unread(JsonException? failure)
    {
        session.RestsUntil = clock.GetUtcNow() + Rest;
        return new ProviderException(ProviderKinds.Navidrome, ProviderFailure.Malformed, new Fact.OwnInterfaceReplaced(), failure);
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
