using System.Buffers.Binary;
using System.Text.Json;
using System.Text.RegularExpressions;
using Spotter.Tests.Support;

namespace Spotter.Tests.Web.Hosting;

/// <summary>What a phone needs to install Spotter as an app.</summary>
public sealed partial class InstalledAppTests
{
    [Fact]
    public async Task A_phone_finds_name_and_icons_below_the_public_path_before_anybody_has_signed_in()
    {
        await using var spotter = SpotterApp.StartDemo(new() { ["PublicUrl"] = "https://music.example.org/spotter" });
        using var http = new HttpClient { BaseAddress = new Uri(spotter.Address, "spotter/") };
        var page = await http.GetStringAsync(new Uri("sign-in", UriKind.Relative));
        Assert.Contains("<base href=\"/spotter/\"", page, StringComparison.Ordinal);
        var address = new Uri(http.BaseAddress, Manifest().Match(page).Groups[1].Value);

        using var answer = await http.GetAsync(address);
        Assert.Equal("application/manifest+json", answer.Content.Headers.ContentType!.MediaType);
        using var manifest = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        var root = manifest.RootElement;
        Assert.Equal((http.BaseAddress, "standalone"), (new Uri(address, root.GetProperty("start_url").GetString()), root.GetProperty("display").GetString()));
        Assert.Equal(http.BaseAddress, new Uri(address, root.GetProperty("scope").GetString()));
        foreach (var icon in root.GetProperty("icons").EnumerateArray().Where(icon => icon.GetProperty("type").GetString() == "image/png"))
        {
            var bytes = await http.GetByteArrayAsync(new Uri(address, icon.GetProperty("src").GetString()));
            Assert.Equal(icon.GetProperty("sizes").GetString(), $"{BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(16))}x{BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(20))}");
        }

        Assert.Contains(root.GetProperty("icons").EnumerateArray(), icon => icon.TryGetProperty("purpose", out var purpose) && purpose.GetString() == "maskable");
        foreach (var shortcut in root.GetProperty("shortcuts").EnumerateArray())
        {
            using var opened = await http.GetAsync(new Uri(address, shortcut.GetProperty("url").GetString()));
            Assert.True(opened.IsSuccessStatusCode, shortcut.GetProperty("url").GetString());
        }

        Assert.Contains("name=\"theme-color\"", page, StringComparison.Ordinal);
        Assert.Contains("rel=\"apple-touch-icon\"", page, StringComparison.Ordinal);
    }

    [GeneratedRegex("rel=\"manifest\" href=\"([^\"]+)\"")]
    private static partial Regex Manifest();
}
