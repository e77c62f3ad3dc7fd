using Spotter.Core.Facts;
using Spotter.Core.Formats.Archives;
using Spotter.Core.Formats.Readers;
using Spotter.Core.Formats.Text;

namespace Spotter.Core.Formats;

/// <summary>Reads playlist files. The format is told by the content; the name of the file only decides where the content leaves it open.</summary>
public sealed class PlaylistFileReader
{
    // The order is the priority: the first that recognises the content reads it. JSPF and XSPF take whatever else is JSON or XML, and say what
    // they miss.
    private readonly IPlaylistFileFormat[] _formats =
    [
        new SpotifyPlaylistsFormat(), new SpotifyLibraryFormat(), new SpotterJsonFormat(), new SpotifyBackupFormat(), new JspfFormat(),
        new ItunesLibraryFormat(), new RekordboxFormat(), new TraktorFormat(), new VirtualDjFormat(), new WindowsMediaFormat(), new JellyfinFormat(), new XspfFormat(),
        new M3uFormat(), new PlsFormat(), new SpotifyBackupTextFormat(), new TuneMyMusicFormat(), new ExportifyFormat(), new SoundiizFormat(), new GenericCsvFormat(), new PlainTextFormat(),
    ];

    /// <summary>The code pages that a user may name for a file whose letters came out wrong.</summary>
    public static IReadOnlyList<string> CodePageNames => CodePages.Names;

    /// <summary>Every playlist of the file, or of all files of an archive; at least one, and none without tracks.</summary>
    /// <param name="file">The content, read to its end or to the limit.</param>
    /// <param name="fileName">The file's name as the user's machine gives it; a path before it is ignored.</param>
    /// <param name="givenName">The name for a playlist that the file does not name, or null for the file's own. An archive's files keep theirs.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <param name="tables">What the user has said of tables that Spotter does not understand, or null for nothing.</param>
    /// <exception cref="PlaylistFileException">Nothing can be imported from it, or a playlist file of the archive is broken.</exception>
    public async Task<IReadOnlyList<PlaylistFile>> ReadAsync(
        Stream file, string fileName, string? givenName, CancellationToken cancellationToken, KnownTables? tables = null)
        => (await ReadAllAsync(file, fileName, givenName, cancellationToken, tables)).AllOrNone();

    /// <summary>As <see cref="ReadAsync"/>, but an archive gives what it can, and says what it could not.</summary>
    /// <param name="file">The content, read to its end or to the limit.</param>
    /// <param name="fileName">The file's name as the user's machine gives it; a path before it is ignored.</param>
    /// <param name="givenName">The name for a playlist that the file does not name, or null for the file's own. An archive's files keep theirs.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <param name="tables">What the user has said of tables that Spotter does not understand, or null for nothing.</param>
    /// <param name="codePage">The code page that the user names for text that is no UTF-8 (<see cref="CodePageNames"/>), or null to find out.</param>
    /// <exception cref="PlaylistFileException">It is no archive, and nothing can be imported from it; or it is an archive that cannot be opened.</exception>
    public async Task<PlaylistFileReading> ReadAllAsync(
        Stream file, string fileName, string? givenName, CancellationToken cancellationToken, KnownTables? tables = null, string? codePage = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(fileName);
        var start = new byte[4];
        start = start[..await file.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellationToken)];
        if (PlaylistArchive.IsOne(start))
        {
            await using var archive = await SpooledFile.KeepAsync(start, file, cancellationToken);
            // Unpacking has nothing to wait for, and may take seconds: a page is not to stand still meanwhile.
            return await Task.Run(() => ReadPacked(archive, fileName, givenName, tables, codePage, cancellationToken), cancellationToken);
        }

        var (bytes, isWhole) = await ReadToLimitAsync(start, file, cancellationToken);
        if (isWhole)
        {
            return new PlaylistFileReading(ReadOne(bytes, fileName, givenName, tables, codePage), []);
        }

        await using var collection = await SpooledFile.KeepAsync(bytes, file, cancellationToken);
        return await Task.Run(() => new PlaylistFileReading(ReadCollection(collection, bytes, fileName, givenName), []), cancellationToken);
    }

    /// <summary>Every playlist of a file that is in memory already.</summary>
    /// <param name="bytes">The content.</param>
    /// <param name="fileName">The file's name as the user's machine gives it; a path before it is ignored.</param>
    /// <param name="givenName">The name for a playlist that the file does not name, or null for the file's own. An archive's files keep theirs.</param>
    /// <exception cref="PlaylistFileException">Nothing can be imported from it, or a playlist file of the archive is broken.</exception>
    public IReadOnlyList<PlaylistFile> Read(byte[] bytes, string fileName, string? givenName)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        ArgumentNullException.ThrowIfNull(fileName);
        return PlaylistArchive.IsOne(bytes)
            ? ReadPacked(new MemoryStream(bytes, writable: false), fileName, givenName, tables: null, codePage: null, CancellationToken.None).AllOrNone()
            : ReadOne(bytes, fileName, givenName, tables: null, codePage: null);
    }

    /// <summary>Every playlist of a table that was refused (<see cref="PlaylistFileException.Table"/>), now that the user has said what its columns are.</summary>
    /// <param name="table">The table.</param>
    /// <param name="mapping">What its columns are.</param>
    /// <param name="givenName">The name for a playlist that the table does not name, or null for the file's own.</param>
    /// <exception cref="PlaylistFileException">Nothing can be imported from it.</exception>
    public static IReadOnlyList<PlaylistFile> ReadTable(UnknownTable table, TableMapping mapping, string? givenName)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(mapping);
        return mapping.IsUsable && mapping.Columns.Count == table.ColumnCount
            ? ReadMapped(table.ToContent(), table, mapping, givenName)
            : throw new ArgumentException("It names no title, or a column twice, or is for another table.", nameof(mapping));
    }

    private PlaylistFileReading ReadPacked(
        Stream zip, string fileName, string? givenName, KnownTables? tables, string? codePage, CancellationToken cancellationToken)
    {
        PlaylistArchive.RefuseTooManyFiles(zip, cancellationToken);
        return Workbook.IsOne(zip)
            ? ReadWorkbook(zip, fileName, givenName, tables, cancellationToken)
            : new PlaylistArchive((bytes, name) => Workbook.HasName(name)
                ? ReadWorkbook(new MemoryStream(bytes, writable: false), name, givenName: null, tables, cancellationToken).AllOrNone()
                : ReadOne(bytes, name, givenName: null, tables, codePage)).Read(zip, cancellationToken);
    }

    /// <summary>Each sheet as if it were a file. Where there is one only, what is wrong with it is wrong with the file.</summary>
    private PlaylistFileReading ReadWorkbook(Stream zip, string fileName, string? givenName, KnownTables? tables, CancellationToken cancellationToken)
    {
        var sheets = Workbook.Sheets(zip, cancellationToken);
        var stem = new PlaylistFileContent([], new("", null, []), fileName).Stem;
        if (sheets.Count == 0)
        {
            throw new PlaylistFileException(new Fact.WorkbookEmpty()) { Problem = PlaylistFileProblem.Empty };
        }

        if (sheets is [var only])
        {
            return new(ReadText(new([], new(only.Text, null, []), $"{stem}.csv"), givenName, tables), []);
        }

        var playlists = new List<PlaylistFile>();
        var leftOut = new List<LeftOutFile>();
        foreach (var (name, text) in sheets)
        {
            try
            {
                playlists.AddRange(ReadText(new([], new(text, null, []), $"{stem} - {name}.csv"), givenName: null, tables));
            }
            catch (PlaylistFileException cause)
            {
                leftOut.Add(new(name, cause));
            }
        }

        return new(PlaylistArchive.Merge(playlists), leftOut);
    }

    private IReadOnlyList<PlaylistFile> ReadOne(byte[] bytes, string fileName, string? givenName, KnownTables? tables, string? codePage)
    {
        if (bytes.Length > PlaylistFileLimits.MaxBytes)
        {
            throw TooLarge();
        }

        if (BinaryContent.Describe(bytes) is { } description)
        {
            throw new PlaylistFileException(description) { Problem = PlaylistFileProblem.NotAPlaylist };
        }

        return ReadText(new(bytes, TextContent.Decode(bytes, codePage), fileName), givenName, tables);
    }

    private IReadOnlyList<PlaylistFile> ReadText(PlaylistFileContent content, string? givenName, KnownTables? tables)
    {
        if (string.IsNullOrWhiteSpace(content.Text))
        {
            throw new PlaylistFileException(new Fact.FileEmpty()) { Problem = PlaylistFileProblem.Empty };
        }

        if (_formats.FirstOrDefault(candidate => candidate.Recognizes(content)) is { } format)
        {
            // What the user says of a table counts more than what Spotter takes it for.
            return format is not GenericCsvFormat || UnknownTable.Find(content, isSure: true) is not { } understood ? Read(content, format, givenName)
                : tables?.Find(understood, hasHeader: true) is { } said ? ReadMapped(content, understood, said, givenName)
                : ReadUnderstood(content, format, understood, givenName);
        }

        var refusal = UnknownContent.Describe(content);
        return refusal.Table is { } table && tables?.Find(table) is { } mapping ? ReadMapped(content, table, mapping, givenName) : throw refusal;
    }

    private static IReadOnlyList<PlaylistFile> ReadUnderstood(PlaylistFileContent content, IPlaylistFileFormat format, UnknownTable table, string? givenName)
    {
        var mapping = TableGuess.Of(table.ColumnCount, hasHeader: true, MusicTable.Judge(content.Table!).Columns!);
        return [.. Read(content, format, givenName).Select(playlist => playlist with { Understood = new MappedTable(table, mapping) })];
    }

    private static IReadOnlyList<PlaylistFile> ReadMapped(PlaylistFileContent content, UnknownTable table, TableMapping mapping, string? givenName)
        => [.. Read(content, new MappedTableFormat(mapping), givenName).Select(playlist => playlist with
        {
            Mapped = new MappedTable(table, mapping), Understood = new MappedTable(table, mapping),
        })];

    private static IReadOnlyList<PlaylistFile> Read(PlaylistFileContent content, IPlaylistFileFormat format, string? givenName)
    {
        var drafts = new PlaylistDrafts(format.MostTracks);
        format.Read(content, drafts);
        drafts.Remarks.InsertRange(0, content.Decoded.Remarks);
        return
        [
            .. drafts.ToPlaylists(format, FirstUsable(givenName, content.Stem) ?? "Imported playlist")
                .Select(playlist => playlist with { GuessedCodePage = content.GuessedCodePage }),
        ];
    }

    /// <summary>A library of thousands of tracks, read from the disk as it is parsed.</summary>
    private IReadOnlyList<PlaylistFile> ReadCollection(Stream collection, ReadOnlyMemory<byte> start, string fileName, string? givenName)
    {
        var content = new PlaylistFileContent([], HeadOf(start.Span), fileName, collection);
        return Read(content, _formats.First(format => format.Recognizes(content)), givenName);
    }

    private static DecodedText HeadOf(ReadOnlySpan<byte> start)
    {
        const int bytesOfHead = 4_096;
        return new(System.Text.Encoding.UTF8.GetString(start[..Math.Min(start.Length, bytesOfHead)]).TrimStart('\uFEFF'), null, []);
    }

    /// <summary>The file, or as much of it as one file may have where it goes on and is a collection.</summary>
    private static async Task<(byte[] Bytes, bool IsWhole)> ReadToLimitAsync(ReadOnlyMemory<byte> start, Stream file, CancellationToken cancellationToken)
    {
        using var kept = new MemoryStream();
        kept.Write(start.Span);
        var buffer = new byte[81_920];
        int read;
        while ((read = await file.ReadAsync(buffer, cancellationToken)) > 0)
        {
            // A length that a client declares proves nothing: what counts is what arrives.
            kept.Write(buffer, 0, read);
            if (kept.Length > PlaylistFileLimits.MaxBytes)
            {
                return PlaylistXml.RootOf(HeadOf(kept.GetBuffer()).Text) is "plist" or "DJ_PLAYLISTS" or "NML" or "VirtualDJ_Database"
                    ? (kept.ToArray(), false)
                    : throw TooLarge();
            }
        }

        return (kept.ToArray(), true);
    }

    private static string? FirstUsable(params string?[] names)
        => names.Select(FieldText.Clean).FirstOrDefault(name => name.Length > 0);

    private static PlaylistFileException TooLarge() => new(new Fact.FileTooLarge(PlaylistFileLimits.MaxMegabytes))
    {
        Problem = PlaylistFileProblem.TooLarge,
    };
}
