using System.IO.Compression;
using System.IO.Hashing;
using System.Security.Cryptography;
using Spotter.Core.Facts;
using Spotter.Core.Formats.Histories;
using Spotter.Core.Formats.Text;

namespace Spotter.Core.Formats.Archives;

/// <summary>
/// A zip archive of playlist files. Nothing in it is trusted: sizes are counted during unpacking, names never become paths on the disk, and
/// archives inside it are not opened.
/// </summary>
internal sealed class PlaylistArchive(Func<byte[], string, IReadOnlyList<PlaylistFile>> read, MostPlayed? mostPlayed)
{
    private static readonly string[] Extensions =
    [
        ".csv", ".tsv", ".txt", ".xlsx", ".xls", ".jsonl", ".m3u", ".m3u8", ".pls", ".xspf", ".xml", ".jspf", ".json", ".wpl", ".zpl", ".asx", ".wax", ".nml", ".vdjfolder",
    ];

    private readonly List<PlaylistFile> _playlists = [];
    private readonly List<LeftOutFile> _leftOut = [];
    private readonly ArchiveParts _parts = new(mostPlayed);
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private long _unpacked;
    private long _kept;
    private long _understood;
    private int _trackCount;

    /// <summary>Whether the bytes begin like a zip archive.</summary>
    public static bool IsOne(ReadOnlySpan<byte> start) => start is [(byte)'P', (byte)'K', 3, 4, ..] or [(byte)'P', (byte)'K', 5, 6, ..];

    public static PlaylistFileException TooLarge() => new(new Fact.ArchiveTooLarge(PlaylistFileLimits.MaxArchiveMegabytes))
    {
        Problem = PlaylistFileProblem.TooLarge,
    };

    /// <summary>Reads every file of the archive that may be a playlist file.</summary>
    /// <exception cref="PlaylistFileException">It cannot be opened as an archive, or exceeds the limits.</exception>
    public PlaylistFileReading Read(Stream zip, CancellationToken cancellationToken)
    {
        try
        {
            using var archive = new ZipArchive(zip, ZipArchiveMode.Read, leaveOpen: true);
            if (archive.GetEntry("[Content_Types].xml") is not null)
            {
                throw new PlaylistFileException(new Fact.OfficeFile())
                {
                    Problem = PlaylistFileProblem.NotAPlaylist,
                };
            }

            foreach (var entry in archive.Entries)
            {
                cancellationToken.ThrowIfCancellationRequested();
                Read(entry, zip.Length);
            }
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or NotSupportedException or ArgumentException)
        {
            throw new PlaylistFileException(new Fact.ArchiveDamaged(), innerException: e);
        }

        var (joined, without) = _parts.Join();
        foreach (var playlist in joined)
        {
            Add(playlist);
        }

        return new PlaylistFileReading(Merge(_playlists), [.. _leftOut, .. without]);
    }

    /// <summary>
    /// Refuses an archive with too many files before it is opened: opening reads the whole central directory into memory, however long. So
    /// this counts the signatures of its entries, wherever they are in the file.
    /// </summary>
    /// <exception cref="PlaylistFileException">It exceeds the limits for size or number of files.</exception>
    public static void RefuseTooManyFiles(Stream zip, CancellationToken cancellationToken)
    {
        if (zip.Length > PlaylistFileLimits.MaxArchiveBytes)
        {
            throw TooLarge();
        }

        var mark = "PK\x01\x02"u8;
        var buffer = new byte[81_920];
        var (kept, count) = (0, 0);
        int arrived;
        zip.Position = 0;
        while ((arrived = zip.Read(buffer.AsSpan(kept))) > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var window = buffer.AsSpan(0, kept + arrived);
            count += window.Count(mark);
            if (count > PlaylistFileLimits.MaxArchiveFiles)
            {
                throw new PlaylistFileException(new Fact.ArchiveTooManyFiles(PlaylistFileLimits.MaxArchiveFiles))
                {
                    Problem = PlaylistFileProblem.TooLarge,
                };
            }

            // A signature may span two reads. One that was counted is not counted again, since less than a whole signature is kept.
            kept = Math.Min(mark.Length - 1, window.Length);
            window[^kept..].CopyTo(buffer);
        }

        zip.Position = 0;
    }

    private void Read(ZipArchiveEntry entry, long archiveLength)
    {
        var path = FieldText.Clean(entry.FullName);
        var name = path[(path.LastIndexOfAny(['/', '\\']) + 1)..];
        // macOS adds a file with metadata for every file.
        if (name.Length == 0 || name[0] == '.' || path.StartsWith("__MACOSX/", StringComparison.Ordinal))
        {
            return;
        }

        try
        {
            if (Path.GetExtension(name).Equals(".zip", StringComparison.OrdinalIgnoreCase))
            {
                throw new PlaylistFileException(new Fact.ArchivedArchive())
                {
                    Problem = PlaylistFileProblem.NotAPlaylist,
                };
            }

            if (Extensions.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase))
            {
                Add(path, Unpack(entry, archiveLength), name);
            }
        }
        catch (PlaylistFileException cause) when (_unpacked <= MostUnpacked(archiveLength) && _trackCount <= PlaylistFileLimits.MaxTracksOfMany)
        {
            if (IsOfEverything(path))
            {
                _leftOut.Add(new LeftOutFile(path, cause.Problem == PlaylistFileProblem.UnknownTable ? WithoutTable(cause, PlaylistFileProblem.NotAPlaylist) : WithoutTable(cause, cause.Problem)));
                return;
            }

            _kept += cause.Table?.Length ?? 0;
            _leftOut.Add(new LeftOutFile(path, _kept <= PlaylistFileLimits.MaxBytes ? cause : WithoutTable(cause, cause.Problem)));
        }
    }

    private void Add(string path, byte[] bytes, string name)
    {
        // The same file in two folders, or two entries of the archive that point to the same data.
        if (!_seen.Add(name + "\n" + Convert.ToHexString(SHA256.HashData(bytes))))
        {
            return;
        }

        if (_parts.Take(path, bytes))
        {
            return;
        }

        foreach (var playlist in read(bytes, name))
        {
            // A table keeps its text in memory, which is too much for every table of a large archive. The user can still map its columns
            // after importing it alone.
            _understood += (playlist.Understood?.Table.Length ?? 0) + (playlist.Undecoded?.Length ?? 0);
            Add(playlist with
            {
                Understood = _understood <= PlaylistFileLimits.MaxBytes ? playlist.Understood : null,
                Undecoded = _understood <= PlaylistFileLimits.MaxBytes ? playlist.Undecoded : null,
                Warnings = [.. playlist.Warnings.Select(warning => warning with { FileName = path })],
            });
        }
    }

    private void Add(PlaylistFile playlist)
    {
        _trackCount += playlist.Tracks.Count;
        if (_trackCount > PlaylistFileLimits.MaxTracksOfMany)
        {
            throw new PlaylistFileException(new Fact.ArchiveTooManyTracks(PlaylistFileLimits.MaxTracksOfMany))
            {
                Problem = PlaylistFileProblem.TooLarge,
            };
        }

        _playlists.Add(playlist);
    }

    private byte[] Unpack(ZipArchiveEntry entry, long archiveLength)
    {
        if (entry.IsEncrypted)
        {
            throw new PlaylistFileException(new Fact.ArchivedFileLocked());
        }

        try
        {
            using var stream = entry.Open();
            using var unpacked = new MemoryStream();
            var buffer = new byte[81_920];
            int count;
            while ((count = stream.Read(buffer)) > 0)
            {
                _unpacked += count;
                if (_unpacked > MostUnpacked(archiveLength))
                {
                    throw new PlaylistFileException(new Fact.ArchiveGrowsTooMuch())
                    {
                        Problem = PlaylistFileProblem.TooLarge,
                    };
                }

                if (unpacked.Length + count > PlaylistFileLimits.MaxHistoryBytes
                    || (unpacked.Length + count > PlaylistFileLimits.MaxBytes && !HistoryFormats.MayBeOne(unpacked.GetBuffer())))
                {
                    throw TooLarge(unpacked.GetBuffer());
                }

                unpacked.Write(buffer, 0, count);
            }

            // .NET reads as many bytes as the archive declares: a length that is too small would import half a list. The checksum reveals it.
            var bytes = unpacked.ToArray();
            return Crc32.HashToUInt32(bytes) == entry.Crc32 ? bytes : throw new InvalidDataException();
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or NotSupportedException)
        {
            throw new PlaylistFileException(new Fact.ArchivedFileDamaged(), innerException: e);
        }
    }

    // A table that can still be mapped keeps its text in memory, which is too much for every file of a large archive.
    private static PlaylistFileException WithoutTable(PlaylistFileException cause, PlaylistFileProblem problem) => new(cause.Reason, innerException: cause) { Problem = problem };

    // Google puts all data about a user into one archive: dozens of tables have nothing to do with music, and asking about each of them makes
    // no sense.
    private static bool IsOfEverything(string path) => path.StartsWith("Takeout/", StringComparison.OrdinalIgnoreCase);

    // Account data contains years of listening history as JSON arrays. They are not playlists, so their size is no error.
    private static PlaylistFileException TooLarge(ReadOnlySpan<byte> start) => new(new Fact.ArchivedFileTooLarge(PlaylistFileLimits.MaxMegabytes))
    {
        Problem = start.TrimStart("\uFEFF \r\n\t"u8) is [(byte)'[', ..] ? PlaylistFileProblem.NotAPlaylist : PlaylistFileProblem.TooLarge,
    };

    private static long MostUnpacked(long archiveLength)
        => Math.Min(PlaylistFileLimits.MaxUnpackedBytes, PlaylistFileLimits.MaxBytes + (archiveLength * PlaylistFileLimits.MaxUnpackedRatio));

    /// <summary>Merges lists with the same name. Later imports would treat them as one playlist, so they are one here too, as within a
    /// file.</summary>
    public static List<PlaylistFile> Merge(IEnumerable<PlaylistFile> playlists) =>
    [
        .. playlists.GroupBy(playlist => playlist.RemoteId, StringComparer.Ordinal).Select(same => same.Skip(1).Any() ? Joined([.. same]) : same.First()),
    ];

    private static PlaylistFile Joined(IReadOnlyList<PlaylistFile> same) => same[0] with
    {
        Tracks = [.. same.SelectMany(playlist => playlist.Tracks)],
        Warnings = [.. same.SelectMany(playlist => playlist.Warnings)],
        OtherWayRound = same.Any(playlist => playlist.OtherWayRound is not null) ? [.. same.SelectMany(playlist => playlist.OtherWayRound ?? playlist.Tracks)] : null,
        SidesAreOpen = same.Any(playlist => playlist.SidesAreOpen),
        Remarks = [.. same.SelectMany(playlist => playlist.Remarks)],
        Description = same.Select(playlist => playlist.Description).FirstOrDefault(description => description is not null),
        // Decoding or mapping one of the files again would replace the whole merged list.
        Understood = null,
        Undecoded = null,
    };
}
