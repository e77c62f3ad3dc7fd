using System.Diagnostics;
using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.RegularExpressions;
using Spotter.Tests.Support;

namespace Spotter.Tests.Deploy;

/// <summary>The snippets of docs/install.md in the real programs. Only addresses, ports and certificates are the test's own.</summary>
public sealed partial class ReverseProxyTests : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly int _port = FreePort.Find();
    private Process? _proxy;
    private SpotterApp? _spotter;

    public async ValueTask DisposeAsync()
    {
        if (_proxy is { HasExited: false })
        {
            _proxy.Kill(entireProcessTree: true);
            await _proxy.WaitForExitAsync();
        }

        _proxy?.Dispose();
        if (_spotter is not null)
        {
            await _spotter.DisposeAsync();
        }

        _folder.Dispose();
    }

    [ProgramFact("caddy")]
    public async Task Caddy_passes_everything()
    {
        StartSpotter("");
        await StartCaddyAsync(Snippet("caddy").Replace("spotter.example.org {", $"http://127.0.0.1:{_port} {{", StringComparison.Ordinal));

        await UseAsync("");
    }

    [ProgramFact("caddy")]
    public async Task Caddy_passes_everything_below_a_path()
    {
        StartSpotter("/spotter");
        await StartCaddyAsync(Snippet("caddy-path").Replace("example.org {", $"http://127.0.0.1:{_port} {{", StringComparison.Ordinal));

        await UseAsync("/spotter");
    }

    [ProgramFact("nginx")]
    public async Task Nginx_passes_everything()
    {
        StartSpotter("");
        await StartNginxAsync(Snippet("nginx"));

        await UseAsync("");
    }

    [ProgramFact("nginx")]
    public async Task Nginx_passes_everything_below_a_path()
    {
        StartSpotter("/spotter");
        await StartNginxAsync(Snippet("nginx").Replace("location / {", "location /spotter/ {", StringComparison.Ordinal));

        await UseAsync("/spotter");
    }

    [ProgramFact("nginx")]
    public async Task Nginx_may_remove_the_prefix_and_say_so()
    {
        StartSpotter(null);
        await StartNginxAsync(Snippet("nginx").Replace("location / {", "location /spotter/ {\n        proxy_set_header X-Forwarded-Prefix /spotter;", StringComparison.Ordinal)
            .Replace("proxy_set_header Host $host;", "proxy_set_header Host $http_host;", StringComparison.Ordinal).Replace(":5080;", ":5080/;", StringComparison.Ordinal));

        await UseAsync("/spotter");
    }

    /// <summary>There is no Traefik here, so only what the snippet names is checked.</summary>
    [Fact]
    public void Traefik_is_told_the_port_at_which_Spotter_listens()
        => Assert.Contains("loadbalancer.server.port: \"5080\"", Snippet("traefik"), StringComparison.Ordinal);

    private static string Snippet(string name)
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs/install.md")).ReplaceLineEndings("\n");
        return Regex.Match(page, $"<!-- snippet: {name} -->\n```\\w*\n(.*?)```", RegexOptions.Singleline).Groups[1].Value is { Length: > 0 } snippet
            ? snippet : throw new InvalidOperationException($"docs/install.md has no snippet {name}.");
    }

    private void StartSpotter(string? path)
    {
        var settings = new Dictionary<string, string> { ["ForwardedHeaders:KnownProxies:0"] = "127.0.0.1" };
        if (path is not null)
        {
            settings["PublicUrl"] = $"http://127.0.0.1:{_port}{path}";
        }

        _spotter = SpotterApp.StartDemo(settings);
    }

    private Task StartCaddyAsync(string site)
    {
        File.WriteAllText(_folder.File("Caddyfile"), "{\n    admin off\n}\n" + AtSpotter(site));
        return StartAsync("caddy", ["run", "--adapter", "caddyfile", "--config", _folder.File("Caddyfile")]);
    }

    private Task StartNginxAsync(string site)
    {
        site = Certificate().Replace(AtSpotter(site), "").Replace("listen 443 ssl;", $"listen 127.0.0.1:{_port};", StringComparison.Ordinal);
        var places = string.Concat(new[] { "client_body", "proxy", "fastcgi", "uwsgi", "scgi" }.Select(kind => $"{kind}_temp_path {_folder.File(kind)};\n"));
        File.WriteAllText(
            _folder.File("nginx.conf"),
            $"daemon off;\npid {_folder.File("pid")};\nerror_log stderr;\nevents {{ }}\nhttp {{\naccess_log off;\n{places}{site}}}\n");
        return StartAsync("nginx", ["-e", "stderr", "-p", _folder.Path, "-c", _folder.File("nginx.conf")]);
    }

    private string AtSpotter(string site) => site.Replace("127.0.0.1:5080", $"127.0.0.1:{_spotter!.Address.Port}", StringComparison.Ordinal);

    private async Task StartAsync(string program, string[] arguments)
    {
        var output = new StringBuilder();
        _proxy = Process.Start(new ProcessStartInfo(ProgramFactAttribute.Find(program)!, arguments)
        {
            RedirectStandardError = true,
            Environment = { ["HOME"] = _folder.Path, ["XDG_DATA_HOME"] = _folder.Path, ["XDG_CONFIG_HOME"] = _folder.Path },
        })!;
        _proxy.ErrorDataReceived += (_, line) => output.AppendLine(line.Data);
        _proxy.BeginErrorReadLine();
        using var http = new HttpClient();
        await Eventually.HoldsAsync($"{program} listens", async () =>
        {
            Assert.False(_proxy.HasExited, output.ToString());
            try
            {
                using var answer = await http.GetAsync(new Uri($"http://127.0.0.1:{_port}/"));
                return true;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        });
    }

    /// <summary>Signs in, opens the connection of a page, imports a file of some megabytes, and sees addresses that lead back.</summary>
    private async Task UseAsync(string path)
    {
        var address = new Uri($"http://127.0.0.1:{_port}");
        using var form = new SignInForm(new Uri(address, path + "/"));
        using (var stranger = await form.Http.GetAsync(new Uri(address, $"{path}/review")))
        {
            Assert.StartsWith($"{path}/sign-in?", stranger.Headers.Location!.ToString(), StringComparison.Ordinal);
        }

        using var script = SpotterApp.ScriptAt(address, "demo", "demo");
        var table = new StringBuilder("Title,Artist\n");
        for (var row = 0; row < 20_000; row++)
        {
            table.Append("A title that is about as long as many a title of a symphony or of a live album, take ").Append(row).Append(",Amber Echo and the Paper Lanterns\n");
        }

        using var body = new MultipartFormDataContent { { new StringContent(table.ToString().Replace("album, take", "album take", StringComparison.Ordinal)), "file", "Long.csv" } };
        using var imported = await script.PostAsync(new Uri($"{path}/api/playlists/import", UriKind.Relative), body);
        Assert.Equal(HttpStatusCode.Created, imported.StatusCode);
        Assert.Matches($"^{path}/api/playlists/[0-9]+$", imported.Headers.Location!.ToString());

        using var page = new ClientWebSocket();
        page.Options.SetRequestHeader("Authorization", script.DefaultRequestHeaders.Authorization!.ToString());
        page.Options.CollectHttpResponseDetails = true;
        try
        {
            await page.ConnectAsync(new Uri($"ws://127.0.0.1:{_port}{path}/_blazor"), default);
            Assert.Equal(WebSocketState.Open, page.State);
        }
        catch (WebSocketException)
        {
            // Whoever has not signed in on a page gets no circuit, and that answer came from Spotter: the proxy has passed the request on.
            Assert.Equal(HttpStatusCode.Unauthorized, page.HttpStatusCode);
        }
    }

    [GeneratedRegex(@"^\s*ssl_certificate.*\n", RegexOptions.Multiline)]
    private static partial Regex Certificate();
}
