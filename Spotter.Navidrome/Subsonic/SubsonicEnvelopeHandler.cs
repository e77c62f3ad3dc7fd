using System.Buffers;
using System.Net;
using System.Text.Json;
using Spotter.Navidrome.Subsonic.Json;
using Spotter.Navidrome.Subsonic.Wire;

namespace Spotter.Navidrome.Subsonic;

/// <summary>
/// The one place where an answer is parsed and checked. It is inside the resilience pipeline, so that a failure with HTTP 200 can be
/// retried like any other.
/// </summary>
internal sealed class SubsonicEnvelopeHandler : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        var isGood = false;
        try
        {
            // Read here, not later: an interrupted body is a failed attempt, and the attempt's time limit covers it.
            if (IsSound(request, response))
            {
                // Minutes of it: whoever asked for it reads it piece by piece.
            }
            else if (IsImage(request, response))
            {
                await LoadImageAsync(request, response, cancellationToken);
            }
            else
            {
                await ReadAsync(request, response, cancellationToken);
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

    // Only if one was requested: anywhere else, an image is not an answer.
    private static bool IsImage(HttpRequestMessage request, HttpResponseMessage response)
        => SubsonicMethod.NameOf(request) == SubsonicMethod.Cover && response.IsSuccessStatusCode && response.Content.Headers.ContentType?.MediaType?.StartsWith("image/", StringComparison.OrdinalIgnoreCase) is true;

    // No part of the file is an answer, too.
    private static bool IsSound(HttpRequestMessage request, HttpResponseMessage response)
        => SubsonicMethod.NameOf(request) == SubsonicMethod.Stream
            && (response.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable
                || (response.StatusCode is HttpStatusCode.OK or HttpStatusCode.PartialContent && response.Content.Headers.ContentType?.MediaType is { } type
                    && (type.StartsWith("audio/", StringComparison.OrdinalIgnoreCase) || type.Equals("application/ogg", StringComparison.OrdinalIgnoreCase))));

    private static async Task LoadImageAsync(HttpRequestMessage request, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var method = SubsonicMethod.NameOf(request);
        try
        {
            await response.Content.LoadIntoBufferAsync(AnswerLimits.Of(method), cancellationToken);
        }
        catch (HttpRequestException failure) when (failure.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
        {
            throw new AnswerTooLongException(method, AnswerLimits.Of(method));
        }
    }

    private static async Task ReadAsync(HttpRequestMessage request, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var method = SubsonicMethod.NameOf(request);
        var envelope = await ReadEnvelopeAsync(method, response, cancellationToken);
        if (envelope?.Reply?.Status is null)
        {
            throw new NotSubsonicException(method, response.StatusCode, IsForPeople(response))
            {
                RetryAfter = response.Headers.RetryAfter?.Delta,
            };
        }

        var reply = envelope.Reply;
        if (reply.Status != "ok")
        {
            var code = (SubsonicErrorCode)(reply.Error?.Code ?? 0);
            throw new SubsonicException(method, code, reply.Error?.Message ?? "no reason given", reply.OpenSubsonic) { ServerType = reply.Type };
        }

        // The body decides, whatever the status line says.
        response.StatusCode = HttpStatusCode.OK;
        response.Content = new EnvelopeContent(envelope);
    }

    private static async Task<SubsonicEnvelope?> ReadEnvelopeAsync(string method, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var limit = AnswerLimits.Of(method);
        try
        {
            await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
            using var answer = response.Content.Headers.ContentLength > limit ? null : await BoundedAnswer.ReadAsync(body, limit, cancellationToken);
            return answer is not null ? Read(answer.Bytes) : IsForPeople(response) ? null : throw new AnswerTooLongException(method, limit);
        }
        catch (InvalidDataException)
        {
            // Declared as compressed, but it is not.
            return null;
        }
    }

    /// <summary>The envelope, or null if there is none.</summary>
    /// <exception cref="JsonException">A valid envelope contains something that cannot be read.</exception>
    private static SubsonicEnvelope? Read(ReadOnlySequence<byte> bytes)
    {
        try
        {
            return Read<SubsonicEnvelope>(bytes);
        }
        catch (JsonException)
        {
            if (IsEnvelope(bytes))
            {
                throw;
            }

            return null;
        }
    }

    private static bool IsEnvelope(ReadOnlySequence<byte> bytes)
    {
        try
        {
            return Read<EnvelopeHead>(bytes)?.Reply?.Status is not null;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static T? Read<T>(ReadOnlySequence<byte> bytes)
    {
        // Navidrome 0.60 answers an unreadable call twice, with the reason first: a second document is ignored, and anything else is not an
        // answer.
        var reader = new Utf8JsonReader(WithoutMark(bytes), new JsonReaderOptions { MaxDepth = SubsonicJson.Options.MaxDepth, AllowMultipleValues = true });
        var value = JsonSerializer.Deserialize<T>(ref reader, SubsonicJson.Options);
        _ = reader.Read();
        return value;
    }

    // Some servers begin with a byte order mark.
    private static ReadOnlySequence<byte> WithoutMark(ReadOnlySequence<byte> bytes)
        => bytes.FirstSpan is [0xEF, 0xBB, 0xBF, ..] ? bytes.Slice(3) : bytes;

    // A web page with an error status is what any web server shows for an unknown address, not a sign-in page.
    internal static bool IsForPeople(HttpResponseMessage response)
        => (int)response.StatusCode is >= 300 and < 400 or 401 or 403 or 407
            || (response.Content.Headers.ContentType?.MediaType is "text/html" or "application/xhtml+xml" && response.IsSuccessStatusCode);

    private sealed record EnvelopeHead
    {
        [System.Text.Json.Serialization.JsonPropertyName("subsonic-response")]
        public ReplyHead? Reply { get; init; }
    }

    private sealed record ReplyHead(string? Status);
}
