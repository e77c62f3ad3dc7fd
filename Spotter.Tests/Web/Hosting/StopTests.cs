using System.Net.Sockets;
using System.Text;
using Spotter.Tests.Support;

namespace Spotter.Tests.Web.Hosting;

public sealed class StopTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Clients_that_never_finish_a_request_do_not_turn_a_stop_into_a_failure()
    {
        await using var spotter = await SpotterProcess.StartAsync(_folder.Path, new Dictionary<string, string>());
        using var header = await BeginAsync(spotter.Address, "GET /sign-in HTTP/1.1\r\nHost: 127.0.0.1\r\n");
        using var body = await BeginAsync(
            spotter.Address, "POST /sign-in HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\n_handler");

        Assert.Equal(0, await spotter.TerminateAsync());

        Assert.DoesNotContain("failed to stop", spotter.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("under way", spotter.Output, StringComparison.Ordinal);
        Assert.Equal((0, 0), (await ReadAsync(header), await ReadAsync(body)));
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<TcpClient> BeginAsync(Uri spotter, string request)
    {
        var client = new TcpClient();
        await client.ConnectAsync(spotter.Host, spotter.Port);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request));

        // A connection of its own sees an answer only after Spotter has taken up the one before it.
        using var http = new HttpClient { BaseAddress = spotter };
        using var answer = await http.GetAsync(new Uri("healthz", UriKind.Relative));
        return client;
    }

    /// <summary>The number of bytes that are left to read: none, when the other side has ended the connection.</summary>
    private static async Task<int> ReadAsync(TcpClient client)
    {
        try
        {
            return await client.GetStream().ReadAsync(new byte[1]);
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
