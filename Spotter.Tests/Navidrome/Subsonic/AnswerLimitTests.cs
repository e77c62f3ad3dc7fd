using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Spotter.Core.Providers;
using Spotter.Navidrome.Subsonic;
using Spotter.Tests.Support;

namespace Spotter.Tests.Navidrome.Subsonic;

/// <summary>Answers longer than any real one: how much of them is read, and what Spotter says.</summary>
public sealed class AnswerLimitTests
{
    private const string Head = """{"subsonic-response":{"status":"ok","version":"1.16.1","type":"navidrome","serverVersion":"0.58.0","openSubsonic":true""";

    [Theory]
    [InlineData("ping", 1)]
    [InlineData("getPlaylists", 16)]
    [InlineData("search3", 16)]
    [InlineData("getPlaylist", 64)]
    public async Task What_is_longer_than_the_methods_bound_is_read_no_further(string method, int megabytes)
    {
        await using var body = new LongBody(256L * 1024 * 1024);
        using var invoker = Answering(new StreamContent(body));

        var failure = await Assert.ThrowsAsync<AnswerTooLongException>(() => invoker.SendAsync(Request(method), default));

        Assert.Contains(method, failure.Message, StringComparison.Ordinal);
        Assert.InRange(body.Taken, 0, (megabytes + 1) * 1024 * 1024);
    }

    [Fact]
    public async Task An_answer_that_says_beforehand_that_it_is_too_long_is_not_read_at_all()
    {
        var content = new ByteArrayContent([]) { Headers = { ContentLength = 256L * 1024 * 1024 } };
        using var invoker = Answering(content);

        await Assert.ThrowsAsync<AnswerTooLongException>(() => invoker.SendAsync(Request("getPlaylists"), default));
    }

    [Fact]
    public async Task A_list_of_more_objects_than_any_is_refused_before_they_are_made()
    {
        var entries = string.Join(',', Enumerable.Repeat("{}", AnswerLimits.Items + 1));
        using var invoker = Answering(new StringContent(Head + ",\"playlist\":{\"id\":\"1\",\"entry\":[" + entries + "]}}}", Encoding.UTF8, "application/json"));

        await Assert.ThrowsAsync<System.Text.Json.JsonException>(() => invoker.SendAsync(Request("getPlaylist"), default));
    }

    [Fact]
    public async Task A_good_answer_is_read_once_and_leaves_no_text_behind()
    {
        using var invoker = Answering(new StringContent("\uFEFF" + Head + "}}", Encoding.UTF8, "application/json"));

        using var response = await invoker.SendAsync(Request("ping"), default);

        Assert.Equal("0.58.0", Assert.IsType<EnvelopeContent>(response.Content).Envelope.Reply!.ServerVersion);
        // HttpClient loads every content into memory before it returns it. That must not serialise the content again.
        Assert.Single(await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_bomb_is_asked_for_once_and_said_to_be_no_answer()
    {
        var calls = 0;
        var bomb = Bomb(megabytes: 256);
        await using var server = await ServeAsync(async context =>
        {
            calls++;
            context.Response.Headers.ContentEncoding = "gzip";
            context.Response.ContentType = "application/json";
            await context.Response.Body.WriteAsync(bomb);
        });
        await using var fixture = await NavidromeFixture.StartAsync(address: _ => server.Urls.First());

        var failure = await Assert.ThrowsAsync<ProviderException>(() => fixture.For().ListTargetsAsync(default));

        Assert.InRange(bomb.Length, 1, 300_000);
        Assert.Equal((ProviderFailure.Malformed, 1), (failure.Failure, calls));
        Assert.StartsWith("The music server's answer is far too long", failure.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_said_to_be_compressed_and_is_not_is_no_answer()
    {
        await using var server = await ServeAsync(async context =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(Head + "}}");
        });
        await using var fixture = await NavidromeFixture.StartAsync(address: _ => server.Urls.First());

        var failure = await Assert.ThrowsAsync<ProviderException>(() => fixture.For().ListTargetsAsync(default));

        Assert.Equal(ProviderFailure.Malformed, failure.Failure);
    }

    private static HttpRequestMessage Request(string method) => new(HttpMethod.Post, $"http://127.0.0.1/rest/{method}.view?f=json");

    private static HttpMessageInvoker Answering(HttpContent content)
        => new(new SubsonicEnvelopeHandler { InnerHandler = new CannedHandler(new HttpResponseMessage(HttpStatusCode.OK) { Content = content }) });

    private static byte[] Bomb(int megabytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            var block = new byte[1024 * 1024];
            Array.Fill(block, (byte)' ');
            for (var i = 0; i < megabytes; i++)
            {
                gzip.Write(block);
            }
        }

        return packed.ToArray();
    }

    private static async Task<WebApplication> ServeAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(answer);
        await app.StartAsync();
        return app;
    }

    private sealed class CannedHandler(HttpResponseMessage response) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(response);
    }

    /// <summary>Blanks, generated while they are read, like a body from the network.</summary>
    private sealed class LongBody(long length) : Stream
    {
        public long Taken { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => Taken;
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = (int)Math.Min(count, length - Taken);
            Array.Fill(buffer, (byte)' ', offset, read);
            Taken += read;
            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
