using Spotter.Core.Facts;
using Spotter.Core.Formats.Archives;
using Spotter.Core.Formats.Histories;
using Spotter.Core.Formats.Readers;
using Spotter.Core.Formats.Text;

namespace Spotter.Core.Formats;

/// <summary>Reads playlist files. The content determines the format. The file name decides only if the content is ambiguous.</summary>
public sealed class PlaylistFileReader
{
    // In order of priority: the first format that recognises the content reads it. JSPF and XSPF accept all other JSON and XML, and report
    // what is missing.
    private readonly IPlaylistFileFormat[] _formats =
    [
        new SpotifyPlaylistsFormat(), new SpotifyLibraryFormat(), new SpotterJsonFormat(), new SpotifyBackupFormat(), new JspfFormat(),
        new ItunesLibraryFormat(), new RekordboxFormat(), new TraktorFormat(), new VirtualDjFormat(), new WindowsMediaFormat(), new JellyfinFormat(), new XspfFormat(),
        new M3uFormat(), new PlsFormat(), new SpotifyBackupTextFormat(), new TuneMyMusicFormat(), new ExportifyFormat(), new SoundiizFormat(), new GenericCsvFormat(), new PlainTextFormat(),
    ];

    /// <summary>The code pages that a user can choose if the text of a file was decoded wrongly.</summary>
    public static IReadOnlyList<string> CodePageNames => CodePages.Names;

    /// <summary>All playlists of a file, or of all files of an archive. At least one, and none without tracks.</summary>
    /// <param name="file">The content. It is read to its end or to the limit.</param>
    /// <param name="fileName">The file name from the user's machine. A path before it is ignored.</param>
    /// <param name="givenName">The name for a playlist that has none in the file. Null uses the file name. Ignored for the files of an
    /// archive.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <param name="known">The user's decisions about reading files. Null for none.</param>
    /// <param name="mostPlayed">The list that a play history becomes. Null: a single history becomes <see cref="MostPlayed.Default"/>, and
    /// histories in an archive are skipped, since nobody asked for them.</param>
    /// <exception cref="PlaylistFileException">Nothing can be imported from the file, or a playlist file of the archive is broken.</exception>
    public async Task<IReadOnlyList<PlaylistFile>> ReadAsync(
        Stream file, string fileName, string? givenName, CancellationToken cancellationToken, KnownDecisions? known = null, MostPlayed? mostPlayed = null)
        => (await ReadAllAsync(file, fileName, givenName, cancellationToken, known, mostPlayed)).AllOrNone();

    /// <summary>Like <see cref="ReadAsync"/>, but returns the readable files of an archive together with those that could not be read.</summary>
    /// <param name="file">The content. It is read to its end or to the limit.</param>
    /// <param name="fileName">The file name from the user's machine. A path before it is ignored.</param>
    /// <param name="givenName">The name for a playlist that has none in the file. Null uses the file name. Ignored for the files of an
    /// archive.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <param name="known">The user's decisions about reading files. Null for none.</param>
    /// <param name="mostPlayed">The list that a play history becomes. Null: a single history becomes <see cref="MostPlayed.Default"/>, and
    /// histories in an archive are skipped, since nobody asked for them.</param>
    /// <exception cref="PlaylistFileException">Nothing can be imported from a file that is not an archive, or the archive cannot be
    /// opened.</exception>
    public async Task<PlaylistFileReading> ReadAllAsync(
        Stream file, string fileName, string? givenName, CancellationToken cancellationToken, KnownDecisions? known = null, MostPlayed? mostPlayed = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(fileName);
        var start = new byte[4];
        start = start[..await file.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellationToken)];
        if (PlaylistArchive.IsOne(start))
        {
            await using var archive = await SpooledFile.KeepAsync(start, file, cancellationToken);
            // Unpacking is synchronous and may take seconds: the page must stay responsive.
            return await Task.Run(() => ReadPacked(archive, fileName, givenName, known, mostPlayed, cancellationToken), cancellationToken);
        }

        var (bytes, isWhole) = await ReadToLimitAsync(start, file, cancellationToken);
        if (isWhole && Workbook.IsOld(bytes))
        {
            // Synchronous, and may take a second: the page must stay responsive.
            return await Task.Run(() => ReadWorkbook(new MemoryStream(bytes, writable: false), fileName, givenName, known, cancellationToken), cancellationToken);
        }

        if (isWhole)
        {
            return new PlaylistFileReading(ReadOne(bytes, fileName, givenName, known, mostPlayed), []);
        }

        await using var collection = await SpooledFile.KeepAsync(bytes, file, cancellationToken);
        return await Task.Run(() => new PlaylistFileReading(ReadCollection(collection, bytes, fileName, givenName), []), cancellationToken);
    }

    /// <summary>All playlists of a file that is already in memory.</summary>
    /// <param name="bytes">The content.</param>
    /// <param name="fileName">The file name from the user's machine. A path before it is ignored.</param>
    /// <param name="givenName">The name for a playlist that has none in the file. Null uses the file name. Ignored for the files of an
    /// archive.</param>
    /// <exception cref="PlaylistFileException">Nothing can be imported from the file, or a playlist file of the archive is broken.</exception>
    public IReadOnlyList<PlaylistFile> Read(byte[] bytes, string fileName, string? givenName)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        ArgumentNullException.ThrowIfNull(fileName);
        return PlaylistArchive.IsOne(bytes)
            ? ReadPacked(new MemoryStream(bytes, writable: false), fileName, givenName, known: null, mostPlayed: null, CancellationToken.None).AllOrNone()
            : ReadOne(bytes, fileName, givenName, known: null, mostPlayed: null);
    }

    /// <summary>All playlists of a table that was refused (<see cref="PlaylistFileException.Table"/>), after the user has mapped its
    /// columns.</summary>
    /// <param name="table">The table.</param>
    /// <param name="mapping">The meaning of its columns.</param>
    /// <param name="givenName">The name for a playlist that has none in the table. Null uses the file name.</param>
    /// <exception cref="PlaylistFileException">Nothing can be imported from the table.</exception>
    public static IReadOnlyList<PlaylistFile> ReadTable(UnknownTable table, TableMapping mapping, string? givenName)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(mapping);
        return mapping.IsUsable && mapping.Columns.Count == table.ColumnCount
            ? ReadMapped(table.ToContent(), table, mapping, givenName)
            : throw new ArgumentException("It names no title, or a column twice, or is for another table.", nameof(mapping));
    }

    /// <summary>All playlists of a file that was decoded wrongly, decoded in another code page.</summary>
    /// <param name="file">The file.</param>
    /// <param name="codePage">The code page that the user chose (<see cref="CodePageNames"/>). Null detects it.</param>
    /// <param name="mapping">The user's mapping of its columns, if it is a table that has one. Otherwise null.</param>
    /// <param name="givenName">The name for a playlist that has none in the file. Null uses the file name.</param>
    /// <exception cref="PlaylistFileException">Nothing can be imported from the file in this code page.</exception>
    public IReadOnlyList<PlaylistFile> ReadAgain(UndecodedFile file, string? codePage, TableMapping? mapping, string? givenName)
    {
        ArgumentNullException.ThrowIfNull(file);
        var content = new PlaylistFileContent(file.Bytes, TextContent.Decode(file.Bytes, codePage), file.FileName);
        var format = _formats.FirstOrDefault(candidate => candidate.Recognizes(content)) as ITableFormat;
        return InCodePage(
            mapping is not null && UnknownTable.Find(content, format) is { } table && table.ColumnCount == mapping.Columns.Count
                ? ReadMapped(content, table, mapping, givenName)
                : ReadText(content, givenName, known: null),
            codePage);
    }

    private PlaylistFileReading ReadPacked(
        Stream zip, string fileName, string? givenName, KnownDecisions? known, MostPlayed? mostPlayed, CancellationToken cancellationToken)
    {
        PlaylistArchive.RefuseTooManyFiles(zip, cancellationToken);
        return Workbook.IsOne(zip)
            ? ReadWorkbook(zip, fileName, givenName, known, cancellationToken)
            : new PlaylistArchive((bytes, name) => Workbook.HasName(name)
                ? ReadWorkbook(new MemoryStream(bytes, writable: false), name, givenName: null, known, cancellationToken).AllOrNone()
                : ReadOne(bytes, name, givenName: null, known, mostPlayed), mostPlayed).Read(zip, cancellationToken);
    }

    /// <summary>Reads each sheet as if it were a file. The errors of a single sheet are those of the file.</summary>
    private PlaylistFileReading ReadWorkbook(Stream zip, string fileName, string? givenName, KnownDecisions? known, CancellationToken cancellationToken)
    {
        var sheets = Workbook.Sheets(zip, cancellationToken);
        var stem = new PlaylistFileContent([], new("", null, []), fileName).Stem;
        if (sheets.Count == 0)
        {
            throw new PlaylistFileException(new Fact.WorkbookEmpty()) { Problem = PlaylistFileProblem.Empty };
        }

        if (sheets is [var only])
        {
            return new(ReadText(new([], new(only.Text, null, []), $"{stem}.csv"), givenName, known), []);
        }

        var playlists = new List<PlaylistFile>();
        var leftOut = new List<LeftOutFile>();
        foreach (var (name, text) in sheets)
        {
            try
            {
                playlists.AddRange(ReadText(new([], new(text, null, []), $"{stem} - {name}.csv"), givenName: null, known));
            }
            catch (PlaylistFileException cause)
            {
                leftOut.Add(new(name, cause));
            }
        }

        return new(PlaylistArchive.Merge(playlists), leftOut);
    }

    private IReadOnlyList<PlaylistFile> ReadOne(byte[] bytes, string fileName, string? givenName, KnownDecisions? known, MostPlayed? mostPlayed)
    {
        if (bytes.Length > (HistoryFormats.MayBeOne(bytes) ? PlaylistFileLimits.MaxHistoryBytes : PlaylistFileLimits.MaxBytes))
        {
            throw TooLarge();
        }

        if (Workbook.IsOld(bytes))
        {
            return ReadWorkbook(new MemoryStream(bytes, writable: false), fileName, givenName, known, CancellationToken.None).AllOrNone();
        }

        if (BinaryContent.Describe(bytes) is { } description)
        {
            throw new PlaylistFileException(description) { Problem = PlaylistFileProblem.NotAPlaylist };
        }

        var content = new PlaylistFileContent(bytes, TextContent.Decode(bytes), fileName);
        if (HistoryFormats.ReaderOf(content) is { } plays)
        {
            var history = new PlayHistoryFormat(plays, mostPlayed ?? MostPlayed.Default);
            return Read(content, history, FirstUsable(givenName) ?? history.NameFor(content));
        }

        // A name inside the file is readable only in the right code page, and decisions are stored by name. So each code page that the user
        // has ever chosen is tried.
        return (content.CodePage is null ? null : known?.Readings.CodePages.Select(codePage => ReadAsSaid(bytes, fileName, givenName, known, codePage)).FirstOrDefault(said => said is not null))
            ?? ReadText(content, givenName, known);
    }

    /// <summary>The file in this code page, if the user has chosen it for a playlist in the file. Otherwise null.</summary>
    private IReadOnlyList<PlaylistFile>? ReadAsSaid(byte[] bytes, string fileName, string? givenName, KnownDecisions known, string codePage)
    {
        try
        {
            var read = ReadText(new(bytes, TextContent.Decode(bytes, codePage), fileName), givenName, known);
            return read.Any(playlist => known.Readings.Find(playlist.RemoteId)?.CodePage == codePage) ? InCodePage(read, codePage) : null;
        }
        catch (PlaylistFileException)
        {
            // It is in another code page.
            return null;
        }
    }

    private static IReadOnlyList<PlaylistFile> InCodePage(IEnumerable<PlaylistFile> playlists, string? codePage)
        => [.. playlists.Select(playlist => playlist with { Choice = playlist.Choice with { CodePage = codePage } })];

    private IReadOnlyList<PlaylistFile> ReadText(PlaylistFileContent content, string? givenName, KnownDecisions? known)
    {
        if (string.IsNullOrWhiteSpace(content.Text))
        {
            throw new PlaylistFileException(new Fact.FileEmpty()) { Problem = PlaylistFileProblem.Empty };
        }

        if (_formats.FirstOrDefault(candidate => candidate.Recognizes(content)) is { } format)
        {
            // The user's mapping takes precedence over Spotter's own.
            return format is not ITableFormat tables || UnknownTable.Find(content, tables) is not { } understood ? AsSaid(Read(content, format, givenName), known)
                : known?.Tables.Find(understood, hasHeader: true) is { } said ? ReadMapped(content, understood, said, givenName)
                : ReadUnderstood(content, tables, understood, givenName);
        }

        var refusal = UnknownContent.Describe(content);
        return refusal.Table is { } table && known?.Tables.Find(table) is { } mapping ? ReadMapped(content, table, mapping, givenName) : throw refusal;
    }

    private static IReadOnlyList<PlaylistFile> AsSaid(IReadOnlyList<PlaylistFile> playlists, KnownDecisions? known)
        => [.. playlists.Select(playlist => known?.Readings.Find(playlist.RemoteId)?.IsTitleFirst is { } isTitleFirst ? playlist.WithSides(isTitleFirst) : playlist)];

    private static IReadOnlyList<PlaylistFile> ReadUnderstood(PlaylistFileContent content, ITableFormat format, UnknownTable table, string? givenName)
    {
        var mapping = TableGuess.Of(table.ColumnCount, hasHeader: true, format.ColumnsOf(content.Table!));
        return [.. Read(content, format, givenName).Select(playlist => playlist with { Understood = new MappedTable(table, mapping) })];
    }

    private static IReadOnlyList<PlaylistFile> ReadMapped(PlaylistFileContent content, UnknownTable table, TableMapping mapping, string? givenName)
        => [.. Read(content, new MappedTableFormat(table, mapping), givenName).Select(playlist => playlist with
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
                .Select(playlist => playlist with
                {
                    GuessedCodePage = content.GuessedCodePage, CodePage = content.CodePage, Undecoded = content.Undecoded,
                }),
        ];
    }

    /// <summary>Reads a large collection from the disk, parsing as it goes.</summary>
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

    /// <summary>The whole file, or its first bytes up to the limit if it is larger and is a collection.</summary>
    private static async Task<(byte[] Bytes, bool IsWhole)> ReadToLimitAsync(ReadOnlyMemory<byte> start, Stream file, CancellationToken cancellationToken)
    {
        using var kept = new MemoryStream();
        kept.Write(start.Span);
        var buffer = new byte[81_920];
        int read;
        while ((read = await file.ReadAsync(buffer, cancellationToken)) > 0)
        {
            // A declared length proves nothing: only the bytes that arrive count.
            kept.Write(buffer, 0, read);
            if (kept.Length > PlaylistFileLimits.MaxHistoryBytes
                || (kept.Length > PlaylistFileLimits.MaxBytes && !HistoryFormats.MayBeOne(kept.GetBuffer())))
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
