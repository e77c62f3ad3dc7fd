using System.Text;
using CsCheck;
using Spotter.Core.Formats;
using Spotter.Tests.Core.Formats.Archives;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Formats;

/// <summary>However a file is damaged, it is read or refused with a message. There is no third outcome.</summary>
public sealed class DamagedFileTests
{
    private static readonly string[] Names = [.. Directory.EnumerateFiles(Samples.Folder).Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)];

    // Text takes two bytes per character, its cells and titles the same again, and a message quotes some of it. An archive unpacks.
    private const long BytesPerByte = 400;
    private const long Overhead = 4_000_000;

    private static readonly string[] Extensions = ["a.csv", "a.m3u", "a.json", "a"];

    // What breaks parsers: ends, quotes, separators, brackets, zeros, halves of characters, numbers out of range.
    private static readonly byte[][] Poisons =
    [
        .. new[]
        {
            "\"", "\"\"\"", "\r", "\n\n", "\0", "\uFEFF", "\\ud800", "<![CDATA[", "]]>", "<!DOCTYPE x>", "&x;", "{", "]", "null", "1e999", "-99999999999999999999",
            "NaN", "99:99:99", "%", "%zz", "file:///", "http://[", "spotify:track:", "sep=;", "#EXTINF:", ";;;;;;", "\u202e", "'=1+1", "::::", "😀", " - ", "PK\u0003\u0004", "PK\u0001\u0002", "PK\u0005\u0006", "{\"playlists\":[{\"items\":[", "{\"tracks\":[{\"track\":", "[[[[[[[[", "<a><a><a>", "1. ", "\n99 - ", "spotify:local:", "9999999999999999999999", "&#0;", "<plist><dict><key>Playlists</key><array><dict>", "[playlist]\nFile1=", "<DJ_PLAYLISTS><NODE Type=\"1\">", "&amp;#56553;", " & ", "Artist 2", "00:00 ", "3:05:00", "#EXTENC: koi8-r", "#EXTVDJ:<title>", "smb://", "[{\"tracks\":[{\"track\":{\"artists\":[",
            "{\"listened_at\":1,\"track_metadata\":{", "[{\"ms_played\":", "\"msPlayed\":-1,", "9999-12-31T23:59:59Z", "01 Jan 2024 10:00", "uts,",
        }.Select(Encoding.UTF8.GetBytes),
        // Of old workbooks: ends of chains, the beginning of a part, many numbers, a shared text, a continuation.
        [0xFE, 0xFF, 0xFF, 0xFF], [0x09, 0x08, 0x10, 0x00, 0x00, 0x06, 0x05, 0x00], [0xBD, 0x00, 0x06, 0x00], [0xFC, 0x00], [0x3C, 0x00], [0xFF, 0xFF, 0xFF, 0x7F],
        [0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xFF, 0xFE], [0xFE, 0xFF], [0xEF, 0xBF, 0xBE],
    ];

    [Fact]
    public void A_damaged_sample_is_read_or_refused_and_never_more()
    {
        var damage = Gen.Select(Gen.Int[0, 8], Gen.Int[0, 6_000], Gen.Int[0, 400], Gen.Int[0, 1_000]);

        Gen.Select(Gen.Int[0, Names.Length - 1].Select(i => Names[i]), damage.Array[1, 6], Gen.Bool).Sample((name, damages, isZipped) =>
        {
            var bytes = Samples.Bytes(name);
            foreach (var (kind, at, length, choice) in damages)
            {
                bytes = Damage(bytes, kind, at, length, choice);
            }

            // Also inside an intact archive, where another reader comes first.
            return isZipped && damages[0].Item3 % 5 == 0 ? IsSound(Zips.OfBytes(("x/" + name, bytes)), "x.zip") : IsSound(bytes, name);
        }, iter: 10_000);
    }

    [Fact]
    public void Bytes_at_random_are_read_or_refused_and_never_more()
        => Gen.Select(Gen.Byte.Array[0, 300], Gen.Int[0, Extensions.Length - 1].Select(i => Extensions[i]))
            .Sample(IsSound, iter: 500);

    private static bool IsSound(byte[] bytes, string name)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var isSound = IsReadOrRefused(bytes, name);
        var used = GC.GetAllocatedBytesForCurrentThread() - before;

        // Reading waits for nothing, and its loops run only over the input: if the size limits the memory, it limits the steps too.
        Assert.True(used < Overhead + (BytesPerByte * bytes.Length), $"{name}: {used:N0} bytes were allocated for {bytes.Length:N0}.");
        return isSound;
    }

    private static bool IsReadOrRefused(byte[] bytes, string name)
    {
        try
        {
            return AreSound(new PlaylistFileReader().Read(bytes, name, null));
        }
        catch (PlaylistFileException e) when (e.Table is { } table)
        {
            return IsSound(e) && table.Rows.All(row => row.Count == table.ColumnCount) && IsSound(table);
        }
        catch (PlaylistFileException e)
        {
            return IsSound(e);
        }
    }

    /// <summary>A table that could not be read is read the way a user might explain it, or refused like any other file.</summary>
    private static bool IsSound(UnknownTable table)
    {
        foreach (var hasHeader in (bool[])[true, false])
        {
            try
            {
                var columns = table.Suggest().Columns.Select(column => column == TableColumn.Title ? TableColumn.Ignored : column).ToArray();
                columns[^1] = TableColumn.Title;
                if (!AreSound(PlaylistFileReader.ReadTable(table, new(hasHeader, columns), null)))
                {
                    return false;
                }
            }
            catch (PlaylistFileException e) when (IsSound(e))
            {
                // Refused with a message.
            }
        }

        return true;
    }

    private static bool AreSound(IReadOnlyList<PlaylistFile> playlists)
        => playlists.Count > 0
            && playlists.Select(playlist => playlist.RemoteId).Distinct().Count() == playlists.Count
            && playlists.Sum(playlist => playlist.Tracks.Count) <= PlaylistFileLimits.MaxTracksOfMany
            && playlists.All(playlist => playlist.Name.Length is > 0 and <= PlaylistFileLimits.MaxNameLength && playlist.Tracks.Count > 0)
            && playlists.All(playlist => playlist.OtherWayRound is null || playlist.OtherWayRound.Count == playlist.Tracks.Count)
            && playlists.All(playlist => playlist.LeftOut.Values.Sum() == playlist.Warnings.Count)
            && playlists.All(playlist => playlist.Understood is null || (playlist.Understood.Mapping.IsUsable && playlist.Understood.Mapping.Columns.Count == playlist.Understood.Table.ColumnCount))
            && playlists.SelectMany(playlist => playlist.Tracks.Concat(playlist.OtherWayRound ?? [])).All(track =>
                track.Title.Length > 0 && track.DurationMs is null or > 0 && track.Artists.All(artist => artist.Length > 0)
                && !track.Title.Any(char.IsControl));

    private static bool IsSound(PlaylistFileException e)
        => e.Words == e.Reason.Words + " Nothing was imported." && e.Reason.Words!.Length > 10 && e.Line is null or > 0;

    private static byte[] Damage(byte[] bytes, int kind, int at, int length, int choice)
    {
        at = Math.Min(at, bytes.Length);
        var end = Math.Min(at + length, bytes.Length);
        var poison = Poisons[choice % Poisons.Length];
        return kind switch
        {
            0 => bytes[..at],
            1 => [.. bytes[..at], .. bytes[end..]],
            2 => [.. bytes[..end], .. bytes[at..]],
            3 => [.. bytes[..at], .. poison, .. bytes[Math.Min(at + 1, bytes.Length)..]],
            4 => [.. bytes[..at], .. Spliced(choice, length), .. bytes[at..]],
            5 => [.. bytes[..at], .. Spliced(choice, length)],
            6 => [.. bytes.Select((b, i) => i % 97 == choice % 97 ? (byte)(b ^ (1 << (choice % 8))) : b)],
            7 => [.. bytes[..at], .. Enumerable.Repeat(poison, length).SelectMany(piece => piece), .. bytes[at..]],
            _ => [.. bytes[..at], .. poison, .. bytes[at..]],
        };
    }

    /// <summary>A mix with another sample: its head in the middle of this one, or its rest after the head of this one.</summary>
    private static byte[] Spliced(int choice, int length)
    {
        var other = Samples.Bytes(Names[choice % Names.Length]);
        return other[Math.Min(other.Length, choice - (choice % 2 * choice))..Math.Min(other.Length, (choice % 2 == 0 ? choice : 0) + length)];
    }
}
