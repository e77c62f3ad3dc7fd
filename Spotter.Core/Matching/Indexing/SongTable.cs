using System.Collections;
using System.Runtime.InteropServices;
using Spotter.Core.Matching.Text;
using Spotter.Core.Tracks;

namespace Spotter.Core.Matching.Indexing;

/// <summary>The songs of a library as columns, in memory and in the database. A <see cref="Song"/> is created on access.</summary>
public sealed class SongTable : IReadOnlyList<Song>
{
    /// <summary>The format of <see cref="WriteTo"/>. A table in another format is not read; the library is read again from the server
    /// instead.</summary>
    public const int Format = 1;

    /// <summary>Separates the artists of a song. No tag contains it.</summary>
    internal const char ListSeparator = '\u001F';

    /// <summary>Stands for a missing value in a column of numbers.</summary>
    internal const int Unknown = int.MinValue;

    /// <summary>The flag of a song that the user has starred.</summary>
    internal const byte Starred = 1;

    internal SongTable(
        TextColumn ids, TextColumn titles, TextColumn paths, TextColumn covers, TextColumn isrcs, TextColumn mbids,
        TextColumn artistLines, TextColumn artistLists, TextColumn albumNames, TextColumn albumArtists, TextColumn albumIds, TextColumn suffixes,
        int[][] numbers, byte[] flags)
    {
        Texts = [ids, titles, paths, covers, isrcs, mbids, artistLines, artistLists, albumNames, albumArtists, albumIds, suffixes];
        Numbers = numbers;
        Flags = flags;
    }

    /// <summary>The number of songs.</summary>
    public int Count => Flags.Length;

    internal TextColumn Ids => Texts[0];

    internal TextColumn Titles => Texts[1];

    internal TextColumn Paths => Texts[2];

    internal TextColumn Isrcs => Texts[4];

    internal TextColumn Mbids => Texts[5];

    /// <summary>The artist lines of the credits. Many songs share a credit.</summary>
    internal TextColumn ArtistLines => Texts[6];

    /// <summary>The separate artists of the credits.</summary>
    internal TextColumn ArtistLists => Texts[7];

    internal TextColumn AlbumNames => Texts[8];

    internal TextColumn AlbumArtists => Texts[9];

    internal TextColumn AlbumIds => Texts[10];

    /// <summary>For each song, the number of its credit.</summary>
    internal ReadOnlySpan<int> Credits => Numbers[0];

    /// <summary>For each song, the number of its album.</summary>
    internal ReadOnlySpan<int> Albums => Numbers[1];

    private TextColumn Covers => Texts[3];

    private TextColumn Suffixes => Texts[11];

    private TextColumn[] Texts { get; }

    private int[][] Numbers { get; }

    private byte[] Flags { get; }

    /// <summary>The song at a position.</summary>
    /// <param name="i">0 to <see cref="Count"/> - 1.</param>
    public Song this[int i] => new()
    {
        Id = Ids.TextOf(i),
        Title = Titles.TextOf(i),
        Artist = ArtistLines.TextOf(Credits[i]),
        Artists = ArtistsOf(Credits[i]),
        Album = AlbumNames.FindText(Albums[i]),
        AlbumArtist = AlbumArtists.FindText(Albums[i]),
        AlbumId = AlbumIds.FindText(Albums[i]),
        DurationMs = NumberOf(2, i),
        Isrcs = IsrcsOf(i),
        RecordingMbid = Mbids.FindText(i),
        TrackNumber = NumberOf(3, i),
        DiscNumber = NumberOf(4, i),
        Year = NumberOf(5, i),
        Path = Paths.FindText(i),
        CoverArtId = Covers.FindText(i),
        BitRate = NumberOf(6, i),
        Suffix = Suffixes.FindText(Numbers[7][i]),
        IsStarred = (Flags[i] & Starred) != 0,
    };

    /// <summary>The columns of these songs, in the given order.</summary>
    public static SongTable Of(IReadOnlyList<Song> songs)
    {
        ArgumentNullException.ThrowIfNull(songs);
        var builder = new SongTableBuilder(songs.Count);
        foreach (var song in songs)
        {
            builder.Add(song);
        }

        return builder.Build();
    }

    /// <inheritdoc />
    public IEnumerator<Song> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Reads what <see cref="WriteTo"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The bytes are not a complete table in this format.</exception>
    public static SongTable ReadFrom(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        try
        {
            using var reader = new BinaryReader(stream, System.Text.Encoding.UTF8, leaveOpen: true);
            if (reader.ReadInt32() != Format)
            {
                throw new InvalidDataException("The library is kept in another format.");
            }

            var count = reader.ReadInt32();
            var credits = reader.ReadInt32();
            var albums = reader.ReadInt32();
            var suffixes = reader.ReadInt32();
            var texts = new TextColumn[12];
            for (var i = 0; i < texts.Length; i++)
            {
                texts[i] = ReadTexts(reader, i switch { < 6 => count, < 8 => credits, < 11 => albums, _ => suffixes });
            }

            var numbers = new int[8][];
            for (var i = 0; i < numbers.Length; i++)
            {
                numbers[i] = ReadNumbers(reader, count);
            }

            var flags = ReadBytes(reader, count);
            Check(numbers[0], credits);
            Check(numbers[1], albums);
            Check(numbers[7], suffixes);
            return new(
                texts[0], texts[1], texts[2], texts[3], texts[4], texts[5], texts[6], texts[7], texts[8], texts[9], texts[10], texts[11], numbers, flags);
        }
        catch (EndOfStreamException exception)
        {
            throw new InvalidDataException("The library as kept is cut off.", exception);
        }
    }

    /// <summary>Writes all columns. <see cref="ReadFrom"/> can read them on any machine with the same byte order.</summary>
    public void WriteTo(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        writer.Write(Format);
        writer.Write(Count);
        writer.Write(ArtistLines.Count);
        writer.Write(AlbumNames.Count);
        writer.Write(Suffixes.Count);
        foreach (var column in Texts)
        {
            writer.Write(column.Bytes.Length);
            writer.Write(MemoryMarshal.AsBytes(column.Ends));
            writer.Write(column.Bytes);
        }

        foreach (var column in Numbers)
        {
            writer.Write(MemoryMarshal.AsBytes(column.AsSpan()));
        }

        writer.Write(Flags);
    }

    /// <summary>The number of bytes that <see cref="WriteTo"/> writes.</summary>
    public long Length
        => 20 + Texts.Sum(column => 4L + (4L * column.Count) + column.Bytes.Length) + Numbers.Sum(column => 4L * column.Length) + Flags.Length;

    /// <summary>Whether the song at a position equals another table's song. An empty text equals a missing one.</summary>
    internal bool IsSame(int i, SongTable other, int j)
    {
        for (var column = 0; column < Texts.Length; column++)
        {
            if (!Texts[column][RowOf(column, i)].SequenceEqual(other.Texts[column][other.RowOf(column, j)]))
            {
                return false;
            }
        }

        // The first two columns and the last are row numbers of other columns, whose texts were compared.
        for (var column = 2; column < Numbers.Length - 1; column++)
        {
            if (Numbers[column][i] != other.Numbers[column][j])
            {
                return false;
            }
        }

        return Flags[i] == other.Flags[j];
    }

    /// <summary>The length in milliseconds, or null if unknown.</summary>
    internal int? DurationOf(int i) => NumberOf(2, i);

    /// <summary>The parsed artists of a credit and an album.</summary>
    internal ArtistCredits CreditsOf(int credit, int album)
        => ArtistCredits.Of([.. ArtistsOf(credit), ArtistLines.TextOf(credit), AlbumArtists.FindText(album)]);

    internal string[] ArtistsOf(int credit)
        => ArtistLists.TextOf(credit).Split(ListSeparator, StringSplitOptions.RemoveEmptyEntries);

    internal string[] IsrcsOf(int i)
    {
        var codes = Isrcs[i];
        return codes.IsEmpty ? [] : codes.IndexOf((byte)' ') < 0 ? [Isrcs.TextOf(i)] : Isrcs.TextOf(i).Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>The row of a song's text in a column: its own row, or that of its credit, album or suffix.</summary>
    private int RowOf(int column, int i) => column switch { < 6 => i, < 8 => Numbers[0][i], < 11 => Numbers[1][i], _ => Numbers[7][i] };

    private int? NumberOf(int column, int i) => Numbers[column][i] is var number && number == Unknown ? null : number;

    private static TextColumn ReadTexts(BinaryReader reader, int count)
    {
        var length = reader.ReadInt32();
        var ends = ReadNumbers(reader, count);
        var last = 0;
        foreach (var end in ends)
        {
            if (end < last)
            {
                throw new InvalidDataException("The library as kept is damaged.");
            }

            last = end;
        }

        return last == length ? new(ReadBytes(reader, length), ends) : throw new InvalidDataException("The library as kept is damaged.");
    }

    private static int[] ReadNumbers(BinaryReader reader, int count)
    {
        // A damaged count must not allocate all memory.
        if (count < 0 || (reader.BaseStream.CanSeek && count > (reader.BaseStream.Length - reader.BaseStream.Position) / sizeof(int)))
        {
            throw new InvalidDataException("The library as kept is damaged.");
        }

        var numbers = GC.AllocateUninitializedArray<int>(count);
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(numbers.AsSpan()));
        return numbers;
    }

    private static byte[] ReadBytes(BinaryReader reader, int count)
    {
        if (count < 0 || (reader.BaseStream.CanSeek && count > reader.BaseStream.Length - reader.BaseStream.Position))
        {
            throw new InvalidDataException("The library as kept is damaged.");
        }

        var bytes = GC.AllocateUninitializedArray<byte>(count);
        reader.BaseStream.ReadExactly(bytes);
        return bytes;
    }

    private static void Check(int[] references, int count)
    {
        if (count > 0 ? references.AsSpan().ContainsAnyExceptInRange(0, count - 1) : references.Length > 0)
        {
            throw new InvalidDataException("The library as kept is damaged.");
        }
    }
}
