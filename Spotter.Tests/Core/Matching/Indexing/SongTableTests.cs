using System.Text;
using Spotter.Core.Matching.Indexing;
using Spotter.Core.Tracks;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Matching.Indexing;

public sealed class SongTableTests
{
    private static readonly Song Full = new()
    {
        Id = "x", Title = "Noël ★ 夜", Artist = "Ada • Bea", Artists = ["Ada", "Bea"], Album = "One", AlbumArtist = "Ada", AlbumId = "a1", DurationMs = 61_000,
        Isrcs = ["ZZSPT2600001", "ZZSPT2600002"], RecordingMbid = "f47ac10b-58cc-4372-a567-0e02b2c3d479", TrackNumber = 1, DiscNumber = 2, Year = 1999,
        Path = "Ada/One/01.flac", CoverArtId = "al-1", BitRate = 900, Suffix = "flac", IsStarred = true,
    };

    private static readonly Song[] Songs = [Full, new() { Id = "y", Title = "" }, Full with { Id = "z", Artists = ["Ada"], Album = "Two", DurationMs = 0 }];

    [Fact]
    public void Every_song_comes_out_as_it_went_in()
    {
        var table = SongTable.Of(Songs);

        Assert.Equal(3, table.Count);
        for (var i = 0; i < Songs.Length; i++)
        {
            Assert.Equivalent(Songs[i], table[i], strict: true);
        }
    }

    [Fact]
    public void What_is_written_is_read_again()
    {
        using var stream = Written(SongTable.Of(Songs));

        var table = SongTable.ReadFrom(stream);

        Assert.Equivalent(Songs, Enumerable.Range(0, table.Count).Select(i => table[i]).ToArray(), strict: true);
        Assert.Equal(stream.Length, table.Length);
    }

    [Fact]
    public void An_empty_table_is_one_too() => Assert.Empty(SongTable.ReadFrom(Written(SongTable.Of([]))));

    [Fact]
    public void Bytes_that_are_cut_off_or_changed_are_refused_or_give_songs_and_never_break_anything()
    {
        var bytes = Written(SongTable.Of([.. InventedLibrary.Of(40, seed: 7)])).ToArray();
        var random = new Random(77);
        for (var round = 0; round < 3_000; round++)
        {
            var damaged = round % 2 == 0 ? bytes[..random.Next(bytes.Length)] : [.. bytes];
            for (var i = random.Next(4); i > 0 && damaged.Length > 0; i--)
            {
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            }

            try
            {
                var table = SongTable.ReadFrom(new MemoryStream(damaged));
                for (var i = 0; i < table.Count; i++)
                {
                    Assert.NotNull(table[i].Id);
                }
            }
            catch (InvalidDataException)
            {
                // Refused. The library is then read again from the server.
            }
        }
    }

    [Fact]
    public void Another_format_is_refused()
    {
        var bytes = Written(SongTable.Of(Songs)).ToArray();
        bytes[0]++;

        Assert.Throws<InvalidDataException>(() => SongTable.ReadFrom(new MemoryStream(bytes)));
        Assert.Throws<InvalidDataException>(() => SongTable.ReadFrom(new MemoryStream(Encoding.UTF8.GetBytes("no table"))));
    }

    private static MemoryStream Written(SongTable table)
    {
        var stream = new MemoryStream();
        table.WriteTo(stream);
        stream.Position = 0;
        return stream;
    }
}
