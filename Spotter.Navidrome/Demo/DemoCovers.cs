using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Spotter.Navidrome.Demo;

/// <summary>Draws covers: simple shapes in three colours, always the same for the same id.</summary>
internal static class DemoCovers
{
    /// <summary>Background, shape and accent colours, chosen to look well beside one another.</summary>
    private static readonly (string Ground, string Shape, string Accent)[] Palettes =
    [
        ("#1f3a4d", "#e8a33d", "#f4ead5"), ("#2d1e2f", "#d1495b", "#edae49"), ("#0f4c5c", "#fb8b24", "#f6f1e7"), ("#283618", "#dda15e", "#fefae0"),
        ("#31263e", "#9a8c98", "#f2e9e4"), ("#003049", "#d62828", "#fcbf49"), ("#3d405b", "#81b29a", "#f2cc8f"), ("#264653", "#2a9d8f", "#e9c46a"),
        ("#5f0f40", "#e36414", "#f7d6bf"), ("#f1ede1", "#2f6690", "#d95d39"), ("#e6e1d3", "#4a4e69", "#c9ada7"), ("#143109", "#aaae7f", "#efefef"),
    ];

    /// <summary>A square SVG image with this edge length.</summary>
    public static string Draw(string id, int size)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(id));
        var (ground, shape, accent) = Palettes[hash[0] % Palettes.Length];
        var figure = (hash[1] % 6) switch
        {
            0 => Sun(hash, shape, accent),
            1 => Stripes(hash, shape, accent),
            2 => Rings(hash, shape, accent),
            3 => Hills(hash, shape, accent),
            4 => Tiles(hash, shape, accent),
            _ => Waves(hash, shape, accent),
        };
        return $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{size}\" height=\"{size}\" viewBox=\"0 0 100 100\">"
            + $"<rect width=\"100\" height=\"100\" fill=\"{ground}\"/>{figure}</svg>";
    }

    private static string Sun(byte[] hash, string shape, string accent)
        => $"<circle cx=\"{Between(hash[2], 32, 68)}\" cy=\"{Between(hash[3], 30, 55)}\" r=\"{Between(hash[4], 16, 28)}\" fill=\"{shape}\"/>"
            + $"<rect y=\"{Between(hash[5], 66, 80)}\" width=\"100\" height=\"40\" fill=\"{accent}\"/>";

    private static string Stripes(byte[] hash, string shape, string accent)
    {
        var svg = new StringBuilder($"<g transform=\"rotate({Between(hash[2], -60, 60)} 50 50)\">");
        for (var i = 0; i < 5; i++)
        {
            var (height, colour) = (Between(hash[3 + i], 3, 12), i % 2 == 0 ? shape : accent);
            svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"-50\" y=\"{5 + (20 * i)}\" width=\"200\" height=\"{height}\" fill=\"{colour}\"/>");
        }

        return svg.Append("</g>").ToString();
    }

    private static string Rings(byte[] hash, string shape, string accent)
    {
        var (x, y, step, width) = (Between(hash[2], 20, 80), Between(hash[3], 20, 80), Between(hash[4], 10, 16), Between(hash[5], 2, 6));
        var svg = new StringBuilder();
        for (var i = 4; i > 0; i--)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{x}\" cy=\"{y}\" r=\"{i * step}\" fill=\"none\" ")
                .Append(CultureInfo.InvariantCulture, $"stroke=\"{(i % 2 == 0 ? shape : accent)}\" stroke-width=\"{width}\"/>");
        }

        return svg.ToString();
    }

    private static string Hills(byte[] hash, string shape, string accent)
        => $"<circle cx=\"{Between(hash[2], 20, 80)}\" cy=\"25\" r=\"9\" fill=\"{accent}\"/>"
            + $"<path d=\"M0 {Between(hash[3], 55, 70)} Q 30 {Between(hash[4], 30, 55)} 60 70 T 100 {Between(hash[5], 55, 75)} V 100 H 0 Z\" fill=\"{shape}\"/>"
            + $"<path d=\"M0 85 Q 40 {Between(hash[6], 60, 80)} 100 90 V 100 H 0 Z\" fill=\"{accent}\" opacity=\"0.85\"/>";

    private static string Tiles(byte[] hash, string shape, string accent)
    {
        var svg = new StringBuilder();
        for (var i = 0; i < 16; i++)
        {
            var (x, y, kind) = (i % 4 * 25, i / 4 * 25, hash[2 + i] % 4);
            svg.Append(kind switch
            {
                0 => $"<rect x=\"{x}\" y=\"{y}\" width=\"25\" height=\"25\" fill=\"{shape}\"/>",
                1 => $"<path d=\"M{x} {y} h25 a25 25 0 0 1 -25 25 z\" fill=\"{accent}\"/>",
                2 => $"<path d=\"M{x + 25} {y + 25} v-25 a25 25 0 0 0 -25 25 z\" fill=\"{shape}\"/>",
                _ => "",
            });
        }

        return svg.ToString();
    }

    private static string Waves(byte[] hash, string shape, string accent)
    {
        var svg = new StringBuilder();
        for (var i = 0; i < 5; i++)
        {
            var y = 20 + (16 * i);
            var bend = Between(hash[2 + i], 6, 18);
            svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M-5 {y} q 14 {-bend} 28 0 t 28 0 t 28 0 t 28 0\" fill=\"none\" ")
                .Append(CultureInfo.InvariantCulture, $"stroke=\"{(i % 3 == 1 ? accent : shape)}\" stroke-width=\"{Between(hash[8 + i], 2, 6)}\"/>");
        }

        return svg.ToString();
    }

    private static int Between(byte value, int from, int to) => from + (value * (to - from) / 255);
}
