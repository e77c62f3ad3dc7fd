using System.Buffers.Binary;
using System.Text;

namespace Spotter.Core.Formats.Archives;

/// <summary>
/// The container of an .xls file: a small file system in one file. This reads one of its streams. Every number in it may be wrong, so no
/// chain is longer than the file has sectors, and nothing is allocated by a number that the file only claims.
/// </summary>
/// <remarks>The layout is that of [MS-CFB], "Compound File Binary File Format".</remarks>
internal sealed class CompoundFile
{
    /// <summary>The size of the larger one of the two kinds of sectors, in bytes.</summary>
    public const int LargestSector = 4_096;

    private const int HeaderBytes = 512;
    private const int EntryBytes = 128;
    private const int MiniSectorBytes = 64;

    private readonly byte[] _file;
    private readonly int _sectorBytes;
    private readonly int _sectors;
    private readonly uint[] _next;

    /// <exception cref="InvalidDataException">It is not such a file, or claims more than it has.</exception>
    public CompoundFile(byte[] file)
    {
        _file = file;
        if (file.Length < HeaderBytes || Number16(30) is not (9 or 12) || Number16(32) != 6)
        {
            throw new InvalidDataException("The header has sector sizes that do not exist.");
        }

        _sectorBytes = 1 << Number16(30);
        _sectors = (file.Length / _sectorBytes) - 1;
        // Of the directory, of the table, of the table of small sectors, and of the list of the table's sectors.
        ReadOnlySpan<int> counts = [40, 44, 64, 72];
        foreach (var at in counts)
        {
            if (Number32(at) > _sectors)
            {
                throw new InvalidDataException("The header claims more sectors than the file has.");
            }
        }

        _next = ReadTable();
    }

    /// <summary>The bytes of the stream with this name. Null if there is none.</summary>
    /// <exception cref="InvalidDataException">The stream is incomplete.</exception>
    public byte[]? Find(string name)
    {
        var directory = ReadChain(Number32(48));
        for (var at = 0; at + EntryBytes <= directory.Length; at += EntryBytes)
        {
            var entry = directory.AsSpan(at, EntryBytes);
            // The length of the name counts its final zero.
            var found = Encoding.Unicode.GetString(entry[..Math.Clamp(BinaryPrimitives.ReadUInt16LittleEndian(entry[64..]) - 2, 0, 64)]);
            if (found.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                var length = BinaryPrimitives.ReadUInt32LittleEndian(entry[120..]);
                var start = BinaryPrimitives.ReadUInt32LittleEndian(entry[116..]);
                var bytes = length < Number32(56) ? ReadSmall(start, directory) : ReadChain(start);
                return length <= bytes.Length ? bytes[..(int)length] : throw new InvalidDataException("A stream is shorter than the directory says.");
            }
        }

        return null;
    }

    /// <summary>Which sector follows which.</summary>
    private uint[] ReadTable()
    {
        var perSector = _sectorBytes / sizeof(uint);
        var places = Enumerable.Range(0, 109).Select(i => Number32(76 + (i * sizeof(uint)))).ToList();
        // Most files need no more than the header lists. Larger ones list the rest in a chain of sectors, whose last number is the next one.
        var more = Number32(68);
        for (var read = 0; read < Number32(72) && more < _sectors; read++)
        {
            var start = Start(more);
            places.AddRange(Enumerable.Range(0, perSector - 1).Select(i => Number32(start + (i * sizeof(uint)))));
            more = Number32(start + ((perSector - 1) * sizeof(uint)));
        }

        var next = new uint[_sectors];
        for (var i = 0; i * perSector < _sectors && i < places.Count && places[i] < _sectors; i++)
        {
            for (var j = 0; j < perSector && (i * perSector) + j < _sectors; j++)
            {
                next[(i * perSector) + j] = Number32(Start(places[i]) + (j * sizeof(uint)));
            }
        }

        return next;
    }

    private byte[] ReadChain(uint start)
    {
        using var bytes = new MemoryStream();
        var read = 0;
        for (var sector = start; sector < _sectors; sector = _next[sector])
        {
            if (++read > _sectors)
            {
                throw new InvalidDataException("A chain of sectors has no end.");
            }

            bytes.Write(_file, Start(sector), _sectorBytes);
        }

        return bytes.ToArray();
    }

    /// <summary>Small streams share the stream of the directory's first entry, in sectors of their own with a table of their own.</summary>
    private byte[] ReadSmall(uint start, ReadOnlySpan<byte> directory)
    {
        var shared = ReadChain(BinaryPrimitives.ReadUInt32LittleEndian(directory[116..]));
        var next = ReadChain(Number32(60));
        var sectors = Math.Min(shared.Length / MiniSectorBytes, next.Length / sizeof(uint));
        using var bytes = new MemoryStream();
        var read = 0;
        for (var sector = start; sector < sectors; sector = BinaryPrimitives.ReadUInt32LittleEndian(next.AsSpan((int)sector * sizeof(uint))))
        {
            if (++read > sectors)
            {
                throw new InvalidDataException("A chain of small sectors has no end.");
            }

            bytes.Write(shared, (int)sector * MiniSectorBytes, MiniSectorBytes);
        }

        return bytes.ToArray();
    }

    // The header fills the sector before the first one.
    private int Start(uint sector) => ((int)sector + 1) * _sectorBytes;

    private ushort Number16(int at) => BinaryPrimitives.ReadUInt16LittleEndian(_file.AsSpan(at));

    private uint Number32(int at) => BinaryPrimitives.ReadUInt32LittleEndian(_file.AsSpan(at));
}
