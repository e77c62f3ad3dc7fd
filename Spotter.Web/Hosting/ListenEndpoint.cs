using System.Buffers;
using Microsoft.Net.Http.Headers;
using Spotter.Core.Facts;
using Spotter.Core.Library;
using Spotter.Core.Providers;
using Spotter.Core.Tracks;
using Spotter.Web.Access;
using Spotter.Web.Addresses;
using Spotter.Web.Wording;

namespace Spotter.Web.Hosting;

/// <summary>
/// /listen/{songId}: a song of the signed-in user's library as sound, so that the browser needs neither the music server's address nor its
/// credentials. It passes through in small pieces and is stored nowhere.
/// </summary>
public static class ListenEndpoint
{
    /// <summary>How much is heard, from the middle of a song.</summary>
    public const int Seconds = 20;

    private const int PieceBytes = 64 * 1024;
    private const int LongestPlay = 64;

    public static void MapListen(this IEndpointRouteBuilder endpoints)
        => endpoints.MapGet("/" + SpotterUrls.ListenPath + "/{songId}", HearAsync).ExcludeFromDescription();

    private static async Task HearAsync(
        string songId, Visitor visitor, Listens listens, LibraryIndexCache libraries, ProviderRegistry providers, FactWording wording, HttpContext context, string? play = null, string? @as = null)
    {
        var response = context.Response;
        response.Headers.CacheControl = "no-store";
        if (play?.Length > LongestPlay)
        {
            response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        using var listen = listens.Begin(visitor.UserId, play ?? Guid.NewGuid().ToString("N"), context.RequestAborted);
        if (listen is null)
        {
            await ExplainAsync(response, StatusCodes.Status409Conflict, wording.Say(new Fact.HeardElsewhere()));
            return;
        }

        try
        {
            if ((await libraries.GetKnownAsync(visitor.AccountId, listen.Ended)).Find(songId) is not { } song)
            {
                await ExplainAsync(response, StatusCodes.Status404NotFound, wording.Say(new Fact.SongNotInLibrary()));
                return;
            }

            var player = await providers.GetAsync<ISongPlayer>(ProviderKinds.Navidrome, visitor.AccountId, listen.Ended);
            await using var sound = await player.OpenSongAsync(
                songId, RangeOf(context.Request), @as == "mp3" ? SongConversion.ToMp3(MiddleOf(song)) : null, listen.Ended);
            await SendAsync(response, sound, listen.Ended);
        }
        catch (ProviderException failure)
        {
            await ExplainAsync(
                response, failure.Failure is ProviderFailure.NotFound ? StatusCodes.Status404NotFound : StatusCodes.Status502BadGateway, wording.Say(failure.Reason));
        }
        catch (Exception broken) when (broken is IOException or HttpRequestException || (broken is OperationCanceledException && listen.Ended.IsCancellationRequested))
        {
            // The browser must not take what it has for the whole.
            context.Abort();
        }
    }

    /// <summary>Where to start for the middle, in whole seconds.</summary>
    private static int MiddleOf(Song song) => Math.Max(0, (((song.DurationMs ?? 0) / 1_000) - Seconds) / 2);

    // Several ranges at once are never needed for playing. A server may ignore them.
    private static ByteRange? RangeOf(HttpRequest request)
        => request.GetTypedHeaders().Range is { Ranges: { Count: 1 } ranges } range && range.Unit.Equals("bytes", StringComparison.OrdinalIgnoreCase)
            ? new ByteRange(ranges.Single().From, ranges.Single().To)
            : null;

    private static async Task SendAsync(HttpResponse response, SongStream sound, CancellationToken ended)
    {
        var headers = response.GetTypedHeaders();
        if (sound.IsOutside)
        {
            response.StatusCode = StatusCodes.Status416RangeNotSatisfiable;
            headers.ContentRange = sound.FileLength is { } known ? new ContentRangeHeaderValue(known) : null;
            return;
        }

        // Opened on its own, it can run nothing, whatever the server sends as audio.
        response.Headers.ContentSecurityPolicy = SecurityHeaders.Foreign;
        response.Headers["X-Accel-Buffering"] = "no";
        response.ContentType = sound.ContentType;
        response.ContentLength = sound.Length;
        if (sound.FileLength is not null || sound.Part is not null)
        {
            response.Headers.AcceptRanges = "bytes";
        }

        if (sound.Part is (var first, var last))
        {
            response.StatusCode = StatusCodes.Status206PartialContent;
            headers.ContentRange = sound.FileLength is { } length ? new ContentRangeHeaderValue(first, last, length) : new ContentRangeHeaderValue(first, last);
        }

        await CopyAsync(sound.Content, response.Body, ended);
    }

    // One small piece at a time: what the browser does not take yet stays on the music server.
    private static async Task CopyAsync(Stream sound, Stream browser, CancellationToken ended)
    {
        var piece = ArrayPool<byte>.Shared.Rent(PieceBytes);
        try
        {
            for (int read; (read = await sound.ReadAsync(piece.AsMemory(0, PieceBytes), ended)) > 0;)
            {
                await browser.WriteAsync(piece.AsMemory(0, read), ended);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
        }
    }

    private static Task ExplainAsync(HttpResponse response, int statusCode, string sentence)
    {
        response.StatusCode = statusCode;
        response.ContentType = "text/plain; charset=utf-8";
        return response.WriteAsync(sentence);
    }
}
