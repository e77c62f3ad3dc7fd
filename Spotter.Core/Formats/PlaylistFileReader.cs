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
        new SpotifyPlaylistsFormat(), new SpotifyLibraryFormat(), new JspfFormat(), new XspfFormat(), new M3uFormat(),
        new TuneMyMusicFormat(), new ExportifyFormat(), new SoundiizFormat(), new GenericCsvFormat(), new PlainTextFormat(),
    ];

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
    /// <exception cref="PlaylistFileException">It is no archive, and nothing can be imported from it; or it is an archive that cannot be opened.</exception>
    public async Task<PlaylistFileReading> ReadAllAsync(
        Stream file, string fileName, string? givenName, CancellationToken cancellationToken, KnownTables? tables = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(fileName);
        var start = new byte[4];
        start = start[..await file.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellationToken)];
        if (PlaylistArchive.IsOne(start))
        {
            await using var archive = await SpooledFile.KeepAsync(start, file, cancellationToken);
            // Unpacking has nothing to wait for, and may take seconds: a page is not to stand still meanwhile.
            return await Task.Run(() => ReadArchive(archive, tables, cancellationToken), cancellationToken);
        }

        return new PlaylistFileReading(ReadOne(await ReadToLimitAsync(start, file, cancellationToken), fileName, givenName, tables), []);
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
            ? ReadArchive(new MemoryStream(bytes, writable: false), tables: null, CancellationToken.None).AllOrNone()
            : ReadOne(bytes, fileName, givenName, tables: null);
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

    private PlaylistFileReading ReadArchive(Stream zip, KnownTables? tables, CancellationToken cancellationToken)
        => new PlaylistArchive((bytes, fileName) => ReadOne(bytes, fileName, givenName: null, tables)).Read(zip, cancellationToken);

    private IReadOnlyList<PlaylistFile> ReadOne(byte[] bytes, string fileName, string? givenName, KnownTables? tables)
    {
        if (bytes.Length > PlaylistFileLimits.MaxBytes)
        {
            throw TooLarge();
        }

        if (BinaryContent.Describe(bytes) is { } description)
        {
            throw new PlaylistFileException(description) { Problem = PlaylistFileProblem.NotAPlaylist };
        }

        var content = new PlaylistFileContent(bytes, TextContent.Decode(bytes), fileName);
        if (string.IsNullOrWhiteSpace(content.Text))
        {
            throw new PlaylistFileException("The file is empty.") { Problem = PlaylistFileProblem.Empty };
        }

        if (_formats.FirstOrDefault(candidate => candidate.Recognizes(content)) is { } format)
        {
            return Read(content, format, givenName);
        }

        var refusal = UnknownContent.Describe(content);
        return refusal.Table is { } table && tables?.Find(table) is { } mapping ? ReadMapped(content, table, mapping, givenName) : throw refusal;
    }

    private static IReadOnlyList<PlaylistFile> ReadMapped(PlaylistFileContent content, UnknownTable table, TableMapping mapping, string? givenName)
        => [.. Read(content, new MappedTableFormat(mapping), givenName).Select(playlist => playlist with { Mapped = new MappedTable(table, mapping) })];

    private static IReadOnlyList<PlaylistFile> Read(PlaylistFileContent content, IPlaylistFileFormat format, string? givenName)
    {
        var drafts = new PlaylistDrafts(format.MostTracks);
        format.Read(content, drafts);
        return drafts.ToPlaylists(format, FirstUsable(givenName, content.Stem) ?? "Imported playlist");
    }

    private static async Task<byte[]> ReadToLimitAsync(ReadOnlyMemory<byte> start, Stream file, CancellationToken cancellationToken)
    {
        using var kept = new MemoryStream();
        kept.Write(start.Span);
        var buffer = new byte[81_920];
        int read;
        while ((read = await file.ReadAsync(buffer, cancellationToken)) > 0)
        {
            // A length that a client declares proves nothing: what counts is what arrives.
            if (kept.Length + read > PlaylistFileLimits.MaxBytes)
            {
                throw TooLarge();
            }

            kept.Write(buffer, 0, read);
        }

        return kept.ToArray();
    }

    private static string? FirstUsable(params string?[] names)
        => names.Select(FieldText.Clean).FirstOrDefault(name => name.Length > 0);

    private static PlaylistFileException TooLarge() => new("The file is larger than 10 MB, which is the most that one import takes.")
    {
        Problem = PlaylistFileProblem.TooLarge,
    };
}
