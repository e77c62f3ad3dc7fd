using System.Buffers;
using System.Net;
using Spotter.Core.Facts;
using Spotter.Core.Providers;
using Spotter.Navidrome.Subsonic;

namespace Spotter.Navidrome;

/// <summary>Opens songs as sound.</summary>
internal sealed class NavidromeSongs(SubsonicClient client)
{
    private const int SkipBytes = 64 * 1024;

    /// <summary>Opens a song, or a part of its file.</summary>
    public async Task<SongStream> OpenAsync(string songId, ByteRange? range, SongConversion? conversion, CancellationToken cancellationToken)
    {
        var response = await AskAsync(songId, conversion is null ? range : null, conversion, cancellationToken);
        SongStream? opened = null;
        try
        {
            return opened = await OpenAsync(response, conversion is null ? range : null, cancellationToken);
        }
        finally
        {
            if (opened is null)
            {
                response.Dispose();
            }
        }
    }

    private async Task<HttpResponseMessage> AskAsync(string songId, ByteRange? range, SongConversion? conversion, CancellationToken cancellationToken)
    {
        try
        {
            return await client.StreamAsync(songId, range, Parameters(conversion), cancellationToken);
        }
        catch (SubsonicException refusal) when (conversion is not null && refusal is { Code: SubsonicErrorCode.Generic, IsBusy: false, IsNotFound: false })
        {
            throw new ProviderException(ProviderKinds.Navidrome, ProviderFailure.Forbidden, new Fact.SongNotConverted(client.Server.Name), refusal);
        }
        catch (Exception strange) when (strange is AnswerTooLongException or NotSubsonicException { StatusCode: HttpStatusCode.OK or HttpStatusCode.PartialContent, IsForPeople: false })
        {
            throw new ProviderException(ProviderKinds.Navidrome, ProviderFailure.Malformed, new Fact.SongNotAudio(client.Server.Name), strange);
        }
    }

    /// <summary>"raw" means the file as it is, whatever the server would otherwise make of it for this player.</summary>
    private IReadOnlyList<KeyValuePair<string, string>> Parameters(SongConversion? conversion) => conversion switch
    {
        null => [new("format", "raw")],
        // The offset belongs to OpenSubsonic's "transcodeOffset". A server that does not know it may refuse the whole call.
        { From: > 0 } when client.Server.IsNavidrome || client.Server.IsGonic
            => [new("format", conversion.Format), new("maxBitRate", Text(conversion.MaxBitRate)), new("timeOffset", Text(conversion.From))],
        _ => [new("format", conversion.Format), new("maxBitRate", Text(conversion.MaxBitRate))],
    };

    private async Task<SongStream> OpenAsync(HttpResponseMessage response, ByteRange? range, CancellationToken cancellationToken)
    {
        var answered = response.Content.Headers;
        if (response.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable)
        {
            return Outside(response, answered.ContentRange?.Length);
        }

        var type = answered.ContentType!.MediaType!;
        var content = await response.Content.ReadAsStreamAsync(cancellationToken);
        if (response.StatusCode == HttpStatusCode.PartialContent)
        {
            return answered.ContentRange is { Unit: "bytes", From: { } first, To: { } last }
                ? new(content, response) { ContentType = type, Length = answered.ContentLength, Part = (first, last), FileLength = answered.ContentRange.Length }
                : throw new ProviderException(ProviderKinds.Navidrome, ProviderFailure.Malformed, new Fact.ServerUnread(client.Server.Name));
        }

        if (range is not { } wanted || answered.ContentLength is not { } length)
        {
            return new(content, response) { ContentType = type, Length = answered.ContentLength, FileLength = answered.ContentLength };
        }

        // supysonic honours a range only if the credentials are in the address, where access logs would keep them.
        if (wanted.In(length) is not (var from, var to))
        {
            return Outside(response, length);
        }

        await SkipAsync(content, from, cancellationToken);
        return new(new LimitedStream(content, to - from + 1), response) { ContentType = type, Length = to - from + 1, Part = (from, to), FileLength = length };
    }

    private static SongStream Outside(HttpResponseMessage response, long? length)
        => new(Stream.Null, response) { ContentType = "", Length = 0, FileLength = length, IsOutside = true };

    private static async Task SkipAsync(Stream content, long count, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(SkipBytes);
        try
        {
            while (count > 0)
            {
                var read = await content.ReadAsync(buffer.AsMemory(0, (int)Math.Min(count, SkipBytes)), cancellationToken);
                count -= read > 0 ? read : throw new HttpIOException(HttpRequestError.ResponseEnded);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
