using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Spotter.Tests.Support.Sources;

namespace Spotter.Tests.Support;

/// <summary>An image host on a local port, for the images of a source.</summary>
internal sealed class ImageHost : ServiceDouble
{
    private readonly ConcurrentDictionary<string, byte[]> _files = new();

    public static Task<ImageHost> StartAsync() => StartAsync(new ImageHost());

    /// <summary>Bytes that begin like a PNG and differ by number.</summary>
    public static byte[] Png(byte number, int length = 64)
    {
        var bytes = new byte[length];
        byte[] head = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, number];
        head.CopyTo(bytes, 0);
        return bytes;
    }

    /// <summary>Adds a file and returns its address.</summary>
    public string Put(string name, byte[] bytes)
    {
        _files[name] = bytes;
        return AddressOf(name);
    }

    public string AddressOf(string name) => new Uri(Address, name).AbsoluteUri;

    protected override void Map(WebApplication app)
    {
        app.MapGet("/to/{*where}", (string where) => Results.Redirect(where));
        app.MapGet("/{name}", (string name) => _files.TryGetValue(name, out var bytes) ? Results.Bytes(bytes, "application/octet-stream") : Results.NotFound());
    }
}
