using System.Formats.Tar;
using System.IO.Compression;
using System.Text.Json;
using Spotter.Core.Telemetry;
using Spotter.Tests.Support;

namespace Spotter.Tests.Deploy;

/// <summary>The image that "dotnet publish -t:PublishContainer" builds, without an engine, on a base image from a registry of the test.</summary>
public sealed class ContainerImageTests
{
    [LongTheory]
    [InlineData("linux-x64", "amd64")]
    [InlineData("linux-arm64", "arm64")]
    public async Task The_image_says_what_an_engine_needs_to_know(string system, string processor)
    {
        await using var registry = await SmallRegistry.StartAsync();
        using var folder = new TemporaryFolder();
        var archive = folder.File("spotter.tar.gz");

        await Published.PublishAsync("image", ["-t:PublishContainer", $"-p:ContainerBaseImage={registry.Image}", $"-p:ContainerArchiveOutputPath={archive}", $"-p:ContainerRuntimeIdentifier={system}"]);

        var files = await ReadAsync(archive);
        var manifest = JsonElement.Parse(files["manifest.json"])[0];
        Assert.Contains($"spotter:{SpotterVersion.Number}", manifest.GetProperty("RepoTags").EnumerateArray().Select(tag => tag.GetString()));
        var image = JsonElement.Parse(files[manifest.GetProperty("Config").GetString()!]);
        Assert.Equal(processor, image.GetProperty("architecture").GetString());
        var config = image.GetProperty("config");
        Assert.Equal("1654", config.GetProperty("User").GetString());
        Assert.Equal("/app", config.GetProperty("WorkingDir").GetString());
        Assert.True(config.GetProperty("ExposedPorts").TryGetProperty("5080/tcp", out _));
        var variables = config.GetProperty("Env").EnumerateArray().Select(variable => variable.GetString()!.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);
        Assert.Equal("5080", variables["ASPNETCORE_HTTP_PORTS"]);
        Assert.Equal("Data Source=/data/spotter.db", variables["ConnectionStrings__Spotter"]);
        Assert.Equal("/data/keys", variables["DataProtection__KeysPath"]);
        Assert.Equal("Spotter", config.GetProperty("Labels").GetProperty("org.opencontainers.image.title").GetString());
        Assert.Equal(SpotterVersion.Number, config.GetProperty("Labels").GetProperty("org.opencontainers.image.version").GetString());
    }

    private static async Task<Dictionary<string, byte[]>> ReadAsync(string archive)
    {
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        await using var packed = File.OpenRead(archive);
        var isPacked = packed.ReadByte() == 0x1f;
        packed.Position = 0;
        await using var content = isPacked ? new GZipStream(packed, CompressionMode.Decompress) : (Stream)packed;
        await using var tar = new TarReader(content);
        while (await tar.GetNextEntryAsync() is { } entry)
        {
            if (entry.DataStream is { } data && entry.Name.EndsWith(".json", StringComparison.Ordinal))
            {
                using var bytes = new MemoryStream();
                await data.CopyToAsync(bytes);
                files[entry.Name] = bytes.ToArray();
            }
        }

        return files;
    }
}
