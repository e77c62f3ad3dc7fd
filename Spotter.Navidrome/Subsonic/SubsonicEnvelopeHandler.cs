using System.Net;
using System.Text.Json;
using Spotter.Navidrome.Subsonic.Json;
using Spotter.Navidrome.Subsonic.Wire;

namespace Spotter.Navidrome.Subsonic;

/// <summary>
/// The one place where an answer is believed or not. It stands inside the resilience pipeline, so that a failure which arrives
/// with HTTP 200 can be tried again like any other.
/// </summary>
internal sealed class SubsonicEnvelopeHandler : DelegatingHandler
{
    private const long MaxBytes = 256 * 1024 * 1024;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        var isGood = false;
        try
        {
            // Read here, not later: a body that breaks off is a failed attempt, and the attempt's time limit covers it.
            await response.Content.LoadIntoBufferAsync(MaxBytes, cancellationToken);
            if (!IsImage(request, response))
            {
                await CheckAsync(request, response, cancellationToken);
            }

            isGood = true;
            return response;
        }
        finally
        {
            if (!isGood)
            {
                response.Dispose();
            }
        }
    }

    // Only where one was asked for: in any other place it is no answer.
    private static bool IsImage(HttpRequestMessage request, HttpResponseMessage response)
        => SubsonicMethod.NameOf(request) == "getCoverArt" && response.IsSuccessStatusCode && response.Content.Headers.ContentType?.MediaType?.StartsWith("image/", StringComparison.OrdinalIgnoreCase) is true;

    private static async Task CheckAsync(HttpRequestMessage request, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var method = SubsonicMethod.NameOf(request);
        var reply = await ReadReplyAsync(response, cancellationToken);
        if (reply?.Status is null)
        {
            throw new NotSubsonicException(method, response.StatusCode, IsForPeople(response))
            {
                RetryAfter = response.Headers.RetryAfter?.Delta,
            };
        }

        if (reply.Status != "ok")
        {
            var code = (SubsonicErrorCode)(reply.Error?.Code ?? 0);
            throw new SubsonicException(method, code, reply.Error?.Message ?? "no reason given", reply.OpenSubsonic) { ServerType = reply.Type };
        }

        // The body decides, whatever the status line says.
        response.StatusCode = HttpStatusCode.OK;
    }

    private static async Task<ReplyHead?> ReadReplyAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            // The content owns this stream, and whoever reads the answer next gets the same one.
            var body = await response.Content.ReadAsStreamAsync(cancellationToken);
            // Navidrome 0.60 answers a call that it cannot read twice, with the reason first: what follows an answer does not count.
            var envelope = await JsonSerializer.DeserializeAsyncEnumerable<EnvelopeHead>(body, topLevelValues: true, SubsonicJson.Options, cancellationToken)
                .FirstOrDefaultAsync(cancellationToken);
            body.Position = 0;
            return envelope?.Reply;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // A page with an error status is what any web server shows where it has nothing: a wrong address, not a sign-in.
    private static bool IsForPeople(HttpResponseMessage response)
        => (int)response.StatusCode is >= 300 and < 400 or 401 or 403 or 407
            || (response.Content.Headers.ContentType?.MediaType is "text/html" or "application/xhtml+xml" && response.IsSuccessStatusCode);

    private sealed record EnvelopeHead
    {
        [System.Text.Json.Serialization.JsonPropertyName("subsonic-response")]
        public ReplyHead? Reply { get; init; }
    }

    private sealed record ReplyHead(string? Status, string? Type, bool OpenSubsonic, SubsonicError? Error);
}
