using System.Net;
using System.Runtime.Versioning;
using System.Text;
using System.Text.Json;
using Spotter.Tests.Support;

namespace Spotter.Tests.EndToEnd;

/// <summary>The published layout, confined like a container and like the service of deploy/spotter.service.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class PublishedLayoutTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [ConfinedTheory]
    [InlineData("077")]
    [InlineData("027")]
    public async Task It_works_without_rights_on_a_read_only_system(string umask)
    {
        var layout = await Published.LayoutAsync();
        OpenToAll(layout);
        File.SetUnixFileMode(_folder.Path, (UnixFileMode)0b111_101_101);
        var data = Directory.CreateDirectory(_folder.File("data")).FullName;
        Confinement.HandOver(data);
        var socket = Path.Combine(data, "s");
        await using var spotter = await SpotterProcess.StartAsync(
            data,
            new Dictionary<string, string>
            {
                ["ASPNETCORE_URLS"] = $"http://127.0.0.1:5080;http://unix:{socket}",
                ["Demo:AllowRemote"] = "true",
                ["DOTNET_ROOT"] = Path.GetDirectoryName(Environment.ProcessPath) ?? "",
                ["HOME"] = "/nonexistent",
            },
            Confinement.Through(data, umask), program: Path.Combine(layout, "Spotter.Web"), workingFolder: layout);

        using var client = Confinement.Connect(socket, "demo", "demo");
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(client, "/readyz"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(client, "/app.css"));
        await ImportAsync(client, 3);
        await ImportAsync(client, 5_000); // too much for memory alone, so it needs a place
        Assert.Equal(0, await spotter.TerminateAsync());

        Assert.DoesNotContain("fail:", spotter.Output, StringComparison.Ordinal);

        // A job that was running when it was told to stop is the only thing to warn of.
        Assert.DoesNotContain(spotter.Output.Split('\n'), line => line.Contains("warn:", StringComparison.Ordinal) && !line.Contains("Worker stop requested", StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", spotter.Output, StringComparison.Ordinal);
        Assert.All(
            Directory.EnumerateFiles(data, "*", SearchOption.AllDirectories).Where(file => file != socket),
            file => Assert.Equal((UnixFileMode)0, File.GetUnixFileMode(file) & (UnixFileMode.OtherRead | UnixFileMode.OtherWrite)));
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
        return answer.StatusCode;
    }

    private static async Task ImportAsync(HttpClient client, int rows)
    {
        var table = new StringBuilder("Title,Artist\n");
        for (var row = 0; row < rows; row++)
        {
            table.Append("A title of some length, number ").Append(row).Append(",Amber Echo\n");
        }

        using var form = new MultipartFormDataContent { { new StringContent(table.ToString().Replace(", number", " number", StringComparison.Ordinal)), "file", $"{rows}.csv" } };
        using var answer = await client.PostAsync(new Uri("/api/playlists/import", UriKind.Relative), form);
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.Created, body);
        Assert.Equal(rows, JsonElement.Parse(body)[0].GetProperty("trackCount").GetInt32());
    }

    private static void OpenToAll(string folder)
    {
        const UnixFileMode Read = UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
        foreach (var file in Directory.EnumerateFileSystemEntries(folder, "*", SearchOption.AllDirectories).Append(folder).Append(Path.GetDirectoryName(folder)!))
        {
            File.SetUnixFileMode(file, File.GetUnixFileMode(file) | Read | (Directory.Exists(file) ? UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute : 0));
        }
    }
}
