using System.Text;
using CsCheck;
using Spotter.Core.Providers.Files;

namespace Spotter.Tests.Core.Providers.Files;

/// <summary>Whatever happens to a file on its way: it is read, or it is refused in words. Nothing else comes out.</summary>
public sealed class DamagedFileTests
{
    private static readonly string[] Names = [.. Directory.EnumerateFiles(Samples.Folder).Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)];

    private static readonly string[] Extensions = ["a.csv", "a.m3u", "a.json", "a"];

    // What breaks parsers: ends, quotes, separators, brackets, zeros, halves of characters, numbers out of range.
    private static readonly byte[][] Poisons =
    [
        .. new[]
        {
            "\"", "\"\"\"", "\r", "\n\n", "\0", "\uFEFF", "\\ud800", "<![CDATA[", "]]>", "<!DOCTYPE x>", "&x;", "{", "]", "null", "1e999", "-99999999999999999999",
            "NaN", "99:99:99", "%", "%zz", "file:///", "http://[", "spotify:track:", "sep=;", "#EXTINF:", ";;;;;;", "\u202e", "'=1+1", "::::", "😀", " - ", "PK\u0003\u0004",
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xFF, 0xFE], [0xFE, 0xFF], [0xEF, 0xBF, 0xBE],
    ];

    [Fact]
    public void A_damaged_sample_is_read_or_refused_and_never_more()
    {
        var damage = Gen.Select(Gen.Int[0, 5], Gen.Int[0, 4_000], Gen.Int[0, 400], Gen.Int[0, Poisons.Length - 1]);

        Gen.Select(Gen.Int[0, Names.Length - 1].Select(i => Names[i]), damage.Array[1, 6]).Sample((name, damages) =>
        {
            var bytes = Samples.Bytes(name);
            foreach (var (kind, at, length, poison) in damages)
            {
                bytes = Damage(bytes, kind, at, length, Poisons[poison]);
            }

            return IsSound(bytes, name);
        }, iter: 1_500);
    }

    [Fact]
    public void Bytes_at_random_are_read_or_refused_and_never_more()
        => Gen.Select(Gen.Byte.Array[0, 300], Gen.Int[0, Extensions.Length - 1].Select(i => Extensions[i]))
            .Sample(IsSound, iter: 500);

    private static bool IsSound(byte[] bytes, string name)
    {
        try
        {
            var playlists = new PlaylistFileReader().Read(bytes, name, null);
            return playlists.Count > 0
                && playlists.Select(playlist => playlist.RemoteId).Distinct().Count() == playlists.Count
                && playlists.All(playlist => playlist.Name.Length is > 0 and <= PlaylistFileLimits.MaxNameLength && playlist.Tracks.Count > 0)
                && playlists.SelectMany(playlist => playlist.Tracks).All(track =>
                    track.Title.Length > 0 && track.DurationMs is null or > 0 && track.Artists.All(artist => artist.Length > 0)
                    && !track.Title.Any(char.IsControl));
        }
        catch (PlaylistFileException e)
        {
            return e.Message.EndsWith("Nothing was imported.", StringComparison.Ordinal) && e.Line is null or > 0;
        }
    }

    private static byte[] Damage(byte[] bytes, int kind, int at, int length, byte[] poison)
    {
        at = Math.Min(at, bytes.Length);
        var end = Math.Min(at + length, bytes.Length);
        return kind switch
        {
            0 => bytes[..at],
            1 => [.. bytes[..at], .. bytes[end..]],
            2 => [.. bytes[..end], .. bytes[at..]],
            3 => [.. bytes[..at], .. poison, .. bytes[Math.Min(at + 1, bytes.Length)..]],
            _ => [.. bytes[..at], .. poison, .. bytes[at..]],
        };
    }
}
