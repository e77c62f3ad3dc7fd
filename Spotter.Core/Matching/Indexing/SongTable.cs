using System.Runtime.InteropServices;
using Spotter.Core.Matching.Text;
using Spotter.Core.Tracks;

namespace Spotter.Core.Matching.Indexing;

/// <summary>The songs of a library as columns: what is kept in memory and in the database. A <see cref="Song"/> is made when one is asked for.</summary>
public sealed class SongTable
{
    /// <summary>The format of <see cref="WriteTo"/>: a table of another format is not read, the library is read again from the server.</summary>
    public const int Format = 1;

    /// <summary>Parts the names of one song's artists; no tag holds it.</summary>
    internal const char ListSeparator = '\u001F';

    private const int Unknown = int.MinValue;
    private const byte Starred = 1;

    private SongTable(
        TextColumn ids, TextColumn titles, TextColumn paths, TextColumn covers, TextColumn isrcs, TextColumn mbids,
        TextColumn artistLines, TextColumn artistLists, TextColumn albumNames, TextColumn albumArtists, TextColumn albumIds, TextColumn suffixes,
        int[][] numbers, byte[] flags)
    {
        Texts = [ids, titles, paths, covers, isrcs, mbids, artistLines, artistLists, albumNames, albumArtists, albumIds, suffixes];
        Numbers = numbers;
        Flags = flags;
    }

    /// <summary>How many songs.</summary>
    public int Count => Flags.Length;

    internal TextColumn Ids => Texts[0];

    internal TextColumn Titles => Texts[1];

    internal TextColumn Paths => Texts[2];

    internal TextColumn Isrcs => Texts[4];

    internal TextColumn Mbids => Texts[5];

    /// <summary>The artist lines of the credits; many songs share a credit.</summary>
    internal TextColumn ArtistLines => Texts[6];

    /// <summary>The single artists of the credits.</summary>
    internal TextColumn ArtistLists => Texts[7];

    internal TextColumn AlbumNames => Texts[8];

    internal TextColumn AlbumArtists => Texts[9];

    /// <summary>For each song the number of its credit.</summary>
    internal ReadOnlySpan<int> Credits => Numbers[0];

    /// <summary>For each song the number of its album.</summary>
    internal ReadOnlySpan<int> Albums => Numbers[1];

    private TextColumn Covers => Texts[3];

    private TextColumn AlbumIds => Texts[10];

    private TextColumn Suffixes => Texts[11];

    private TextColumn[] Texts { get; }

    private int[][] Numbers { get; }

    private byte[] Flags { get; }

    /// <summary>The song at a place.</summary>
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

    /// <summary>The columns of some songs, in the order given.</summary>
    public static SongTable Of(IReadOnlyList<Song> songs)
    {
        ArgumentNullException.ThrowIfNull(songs);
        return new Builder(songs.Count).Fill(songs);
    }

    /// <summary>Reads what <see cref="WriteTo"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The bytes are not a whole table of this format.</exception>
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

    /// <summary>Writes all columns, to be read by <see cref="ReadFrom"/> on any machine with the same order of bytes.</summary>
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

    /// <summary>How many bytes <see cref="WriteTo"/> writes.</summary>
    public long Length
        => 20 + Texts.Sum(column => 4L + (4L * column.Count) + column.Bytes.Length) + Numbers.Sum(column => 4L * column.Length) + Flags.Length;

    /// <summary>Milliseconds, or null where unknown.</summary>
    internal int? DurationOf(int i) => NumberOf(2, i);

    /// <summary>The artists of a credit and of an album, read.</summary>
    internal ArtistCredits CreditsOf(int credit, int album)
        => ArtistCredits.Of([.. ArtistsOf(credit), ArtistLines.TextOf(credit), AlbumArtists.FindText(album)]);

    internal string[] ArtistsOf(int credit)
        => ArtistLists.TextOf(credit).Split(ListSeparator, StringSplitOptions.RemoveEmptyEntries);

    internal string[] IsrcsOf(int i)
    {
        var codes = Isrcs[i];
        return codes.IsEmpty ? [] : codes.IndexOf((byte)' ') < 0 ? [Isrcs.TextOf(i)] : Isrcs.TextOf(i).Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

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
        // A damaged count must not ask for all the memory there is.
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

    /// <summary>Fills the columns song by song. Neighbours mostly share album and artists, which then cost a comparison only.</summary>
    private sealed class Builder(int count)
    {
        private readonly TextColumn.Builder _ids = new(count, 24);
        private readonly TextColumn.Builder _titles = new(count, 24);
        private readonly TextColumn.Builder _paths = new(count, 64);
        private readonly TextColumn.Builder _covers = new(count, 16);
        private readonly TextColumn.Builder _isrcs = new(count, 12);
        private readonly TextColumn.Builder _mbids = new(count, 36);
        private readonly TextColumn.Builder _artistLines = new(count / 16, 16);
        private readonly TextColumn.Builder _artistLists = new(count / 16, 16);
        private readonly TextColumn.Builder _albumNames = new(count / 8, 24);
        private readonly TextColumn.Builder _albumArtists = new(count / 8, 16);
        private readonly TextColumn.Builder _albumIds = new(count / 8, 24);
        private readonly TextColumn.Builder _suffixes = new(4, 4);
        private readonly Dictionary<CreditKey, int> _credits = [];
        private readonly Dictionary<AlbumKey, int> _albums = [];
        private readonly Dictionary<string, int> _suffixNumbers = new(StringComparer.Ordinal);
        private readonly int[][] _numbers = [.. Enumerable.Range(0, 8).Select(_ => GC.AllocateUninitializedArray<int>(count))];
        private readonly byte[] _flags = new byte[count];

        public SongTable Fill(IReadOnlyList<Song> songs)
        {
            var (lastCredit, creditNumber) = (default(CreditKey), -1);
            var (lastAlbum, albumNumber) = (default(AlbumKey), -1);
            string? lastSuffix = null;
            var suffixNumber = -1;
            for (var i = 0; i < songs.Count; i++)
            {
                var song = songs[i];
                _ids.Add(song.Id);
                _titles.Add(song.Title);
                _paths.Add(song.Path);
                _covers.Add(song.CoverArtId);
                _isrcs.Add(song.Isrcs, ' ');
                _mbids.Add(song.RecordingMbid);

                var credit = new CreditKey(song.Artist, song.Artists);
                if (creditNumber < 0 || !credit.Equals(lastCredit))
                {
                    (lastCredit, creditNumber) = (credit, NumberOf(credit));
                }

                var album = new AlbumKey(song.Album, song.AlbumArtist, song.AlbumId);
                if (albumNumber < 0 || !album.Equals(lastAlbum))
                {
                    (lastAlbum, albumNumber) = (album, NumberOf(album));
                }

                var suffix = song.Suffix ?? "";
                if (suffixNumber < 0 || suffix != lastSuffix)
                {
                    (lastSuffix, suffixNumber) = (suffix, SuffixNumberOf(suffix));
                }

                _numbers[0][i] = creditNumber;
                _numbers[1][i] = albumNumber;
                _numbers[2][i] = song.DurationMs ?? Unknown;
                _numbers[3][i] = song.TrackNumber ?? Unknown;
                _numbers[4][i] = song.DiscNumber ?? Unknown;
                _numbers[5][i] = song.Year ?? Unknown;
                _numbers[6][i] = song.BitRate ?? Unknown;
                _numbers[7][i] = suffixNumber;
                _flags[i] = song.IsStarred ? Starred : (byte)0;
            }

            return new(
                _ids.Build(), _titles.Build(), _paths.Build(), _covers.Build(), _isrcs.Build(), _mbids.Build(), _artistLines.Build(),
                _artistLists.Build(), _albumNames.Build(), _albumArtists.Build(), _albumIds.Build(), _suffixes.Build(), _numbers, _flags);
        }

        private int NumberOf(CreditKey credit)
        {
            ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_credits, credit, out var isKnown);
            if (!isKnown)
            {
                number = _artistLines.Count;
                _artistLines.Add(credit.Line);
                _artistLists.Add(credit.Names, ListSeparator);
            }

            return number;
        }

        private int NumberOf(AlbumKey album)
        {
            ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_albums, album, out var isKnown);
            if (!isKnown)
            {
                number = _albumNames.Count;
                _albumNames.Add(album.Name);
                _albumArtists.Add(album.Artist);
                _albumIds.Add(album.Id);
            }

            return number;
        }

        private int SuffixNumberOf(string suffix)
        {
            ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_suffixNumbers, suffix, out var isKnown);
            if (!isKnown)
            {
                number = _suffixes.Count;
                _suffixes.Add(suffix);
            }

            return number;
        }
    }

    private readonly record struct AlbumKey(string? Name, string? Artist, string? Id)
    {
        public bool Equals(AlbumKey other) => Name == other.Name && Artist == other.Artist && Id == other.Id;

        public override int GetHashCode() => (int)TextHash.Mix(TextHash.Of(Name) ^ (TextHash.Of(Id) + 1));
    }

    private readonly record struct CreditKey(string Line, IReadOnlyList<string> Names)
    {
        public bool Equals(CreditKey other)
        {
            if (Line != other.Line || Names.Count != other.Names.Count)
            {
                return false;
            }

            for (var i = 0; i < Names.Count; i++)
            {
                if (Names[i] != other.Names[i])
                {
                    return false;
                }
            }

            return true;
        }

        public override int GetHashCode() => (int)TextHash.Mix(TextHash.Of(Line) + (ulong)Names.Count);
    }
}
