using System.IO.Compression;
using System.IO.Hashing;
using System.Security.Cryptography;
using Spotter.Core.Facts;
using Spotter.Core.Formats.Text;

namespace Spotter.Core.Formats.Archives;

/// <summary>
/// A zip archive of playlist files. Nothing in it is believed: sizes are counted as they come out, names never become paths, and
/// archives within it stay closed.
/// </summary>
internal sealed class PlaylistArchive(Func<byte[], string, IReadOnlyList<PlaylistFile>> read)
{
    private static readonly string[] Extensions =
    [
        ".csv", ".tsv", ".txt", ".xlsx", ".m3u", ".m3u8", ".pls", ".xspf", ".xml", ".jspf", ".json", ".wpl", ".zpl", ".asx", ".wax", ".nml", ".vdjfolder",
    ];

    private readonly List<PlaylistFile> _playlists = [];
    private readonly List<LeftOutFile> _leftOut = [];
    private readonly ArchiveParts _parts = new();
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private long _unpacked;
    private long _kept;
    private long _understood;
    private int _trackCount;

    /// <summary>Whether the bytes begin as a zip archive does.</summary>
    public static bool IsOne(ReadOnlySpan<byte> start) => start is [(byte)'P', (byte)'K', 3, 4, ..] or [(byte)'P', (byte)'K', 5, 6, ..];

    public static PlaylistFileException TooLarge() => new(new Fact.ArchiveTooLarge(PlaylistFileLimits.MaxArchiveMegabytes))
    {
        Problem = PlaylistFileProblem.TooLarge,
    };

    /// <summary>Reads every file of the archive that may be a playlist.</summary>
    /// <exception cref="PlaylistFileException">It is no archive that can be opened, or more than one import takes.</exception>
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
    /// Every file of an archive is listed at its end, and opening it reads that list into memory, however long it is. So the marks of its
    /// lines are counted first, wherever they stand.
    /// </summary>
    /// <exception cref="PlaylistFileException">It is larger, or holds more files, than one import takes.</exception>
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

            // A mark may lie across the border of two reads; one that was counted is longer than what is kept.
            kept = Math.Min(mark.Length - 1, window.Length);
            window[^kept..].CopyTo(buffer);
        }

        zip.Position = 0;
    }

    private void Read(ZipArchiveEntry entry, long archiveLength)
    {
        var path = FieldText.Clean(entry.FullName);
        var name = path[(path.LastIndexOfAny(['/', '\\']) + 1)..];
        // The Mac puts a shadow beside every file.
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
        // The same file in two folders, or two lines of the archive's list that lead to the same place.
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
            // A table holds on to its text, and not every one of a large archive can: its columns can still be asked about where it comes alone.
            _understood += playlist.Understood?.Table.Length ?? 0;
            Add(playlist with
            {
                Understood = _understood <= PlaylistFileLimits.MaxBytes ? playlist.Understood : null,
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

                if (unpacked.Length + count > PlaylistFileLimits.MaxBytes)
                {
                    throw TooLarge(unpacked.GetBuffer());
                }

                unpacked.Write(buffer, 0, count);
            }

            // .NET gives as many bytes as the archive claims: one that claims too few would bring in half a list. The check sum tells.
            var bytes = unpacked.ToArray();
            return Crc32.HashToUInt32(bytes) == entry.Crc32 ? bytes : throw new InvalidDataException();
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or NotSupportedException)
        {
            throw new PlaylistFileException(new Fact.ArchivedFileDamaged(), innerException: e);
        }
    }

    // A table that may still be read holds on to its text: not every file of a large archive can.
    private static PlaylistFileException WithoutTable(PlaylistFileException cause, PlaylistFileProblem problem) => new(cause.Reason, innerException: cause) { Problem = problem };

    // Google puts everything that it has of somebody into one archive: dozens of tables that are no music, and nobody is asked about each of them.
    private static bool IsOfEverything(string path) => path.StartsWith("Takeout/", StringComparison.OrdinalIgnoreCase);

    // Years of listening history come along in account data, as lists; no playlist file is a bare list.
    private static PlaylistFileException TooLarge(ReadOnlySpan<byte> start) => new(new Fact.ArchivedFileTooLarge(PlaylistFileLimits.MaxMegabytes))
    {
        Problem = start.TrimStart("\uFEFF \r\n\t"u8) is [(byte)'[', ..] ? PlaylistFileProblem.NotAPlaylist : PlaylistFileProblem.TooLarge,
    };

    private static long MostUnpacked(long archiveLength)
        => Math.Min(PlaylistFileLimits.MaxUnpackedBytes, PlaylistFileLimits.MaxBytes + (archiveLength * PlaylistFileLimits.MaxUnpackedRatio));

    /// <summary>Two lists of one name would be one playlist to every later import, so they are one here too, as within a file.</summary>
    public static List<PlaylistFile> Merge(IEnumerable<PlaylistFile> playlists) =>
    [
        .. playlists.GroupBy(playlist => playlist.RemoteId, StringComparer.Ordinal).Select(same => same.First() with
        {
            Tracks = [.. same.SelectMany(playlist => playlist.Tracks)],
            Warnings = [.. same.SelectMany(playlist => playlist.Warnings)],
            OtherWayRound = same.Any(playlist => playlist.OtherWayRound is not null) ? [.. same.SelectMany(playlist => playlist.OtherWayRound ?? playlist.Tracks)] : null,
            SidesAreOpen = same.Any(playlist => playlist.SidesAreOpen),
            Remarks = [.. same.SelectMany(playlist => playlist.Remarks)],
            Description = same.Select(playlist => playlist.Description).FirstOrDefault(description => description is not null),
        }),
    ];
}
