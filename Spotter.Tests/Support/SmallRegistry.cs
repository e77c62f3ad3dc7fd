using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Spotter.Tests.Support.Sources;

namespace Spotter.Tests.Support;

/// <summary>A registry with one image, "base", for two processors. The image has one empty layer, and the environment and the user of
/// Microsoft's images.</summary>
internal sealed class SmallRegistry : ServiceDouble
{
    private const string Manifest = "application/vnd.docker.distribution.manifest.v2+json";
    private const string ManifestList = "application/vnd.docker.distribution.manifest.list.v2+json";

    private readonly Dictionary<string, (string Type, byte[] Bytes)> _parts = [];
    private byte[] _list = [];

    public static Task<SmallRegistry> StartAsync()
    {
        var registry = new SmallRegistry();
        registry.Fill();
        return StartAsync(registry);
    }

    /// <summary>The name of its image. "localhost" is the name for which builds accept a registry without TLS.</summary>
    public string Image => $"localhost:{Address.Port}/base:1";

    protected override void Map(WebApplication app)
    {
        app.MapGet("/v2/", () => Results.Ok());
        app.MapMethods("/v2/base/{kind}/{name}", ["GET", "HEAD"], (string name) =>
        {
            var (type, bytes) = _parts.TryGetValue(name, out var part) ? part : (ManifestList, _list);
            return Results.Bytes(bytes, type);
        });
    }

    private void Fill()
    {
        using var tar = new MemoryStream();
        using (new TarWriter(tar, leaveOpen: true))
        {
            // Nothing is in it.
        }

        tar.SetLength(1024); // two empty blocks end an archive
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(tar.ToArray());
        }

        var layer = Add("application/vnd.docker.image.rootfs.diff.tar.gzip", packed.ToArray());
        _list = Json(new
        {
            schemaVersion = 2,
            mediaType = ManifestList,
            manifests = new[] { "amd64", "arm64" }.Select(processor => Describe(processor, layer, Digest(tar.ToArray()))).ToArray(),
        });
    }

    private object Describe(string processor, (string Digest, int Size) layer, string content)
    {
        var config = Add("application/vnd.docker.container.image.v1+json", Json(new
        {
            architecture = processor,
            os = "linux",
            config = new { User = "1654", Env = new[] { "PATH=/usr/bin", "APP_UID=1654", "ASPNETCORE_HTTP_PORTS=8080" } },
            rootfs = new { type = "layers", diff_ids = new[] { content } },
            history = Array.Empty<object>(),
        }));
        var manifest = Add(Manifest, Json(new
        {
            schemaVersion = 2,
            mediaType = Manifest,
            config = new { mediaType = "application/vnd.docker.container.image.v1+json", size = config.Size, digest = config.Digest },
            layers = new[] { new { mediaType = "application/vnd.docker.image.rootfs.diff.tar.gzip", size = layer.Size, digest = layer.Digest } },
        }));
        return new { mediaType = Manifest, size = manifest.Size, digest = manifest.Digest, platform = new { architecture = processor, os = "linux" } };
    }

    private (string Digest, int Size) Add(string type, byte[] bytes)
    {
        _parts[Digest(bytes)] = (type, bytes);
        return (Digest(bytes), bytes.Length);
    }

    private static byte[] Json(object value) => Encoding.UTF8.GetBytes(JsonSerializer.Serialize(value));

    private static string Digest(byte[] bytes) => $"sha256:{Convert.ToHexStringLower(SHA256.HashData(bytes))}";
}
