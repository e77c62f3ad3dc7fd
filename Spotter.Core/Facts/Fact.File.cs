namespace Spotter.Core.Facts;

// What is said of files that come in, and of the lines in them.
public abstract partial record Fact
{
    /// <summary>Something about one line of a file; a part of a sentence follows.</summary>
    public sealed record AtLine(int Line, Fact What) : Fact;

    /// <summary>Something about one line of one file of an archive.</summary>
    public sealed record AtLineOf(string File, int Line, Fact What) : Fact;

    /// <summary>A name as a file writes it; a part of a list.</summary>
    public sealed record Quoted(string Text) : Fact;

    /// <summary>What a refused file leaves behind.</summary>
    public sealed record NothingImported : Fact;

    /// <summary>There is nothing in the file.</summary>
    public sealed record FileEmpty : Fact;

    /// <summary>The file is larger than an import takes.</summary>
    public sealed record FileTooLarge(int Megabytes) : Fact;

    /// <summary>A file holds more tracks than an import takes; told of a line.</summary>
    public sealed record FileTooManyTracks(int Most) : Fact;

    /// <summary>None of the entries is a track that could be taken.</summary>
    public sealed record FileWithoutUsableEntry(int Entries, int Line, Fact First) : Fact;

    /// <summary>A list has no entries.</summary>
    public sealed record ListWithoutTracks : Fact;

    /// <summary>A playlist has no entries.</summary>
    public sealed record PlaylistWithoutTracks : Fact;

    /// <summary>A library of iTunes or Music was exported without a playlist.</summary>
    public sealed record ItunesWithoutPlaylist : Fact;

    /// <summary>A collection of rekordbox was exported without a playlist.</summary>
    public sealed record RekordboxWithoutPlaylist : Fact;

    /// <summary>A collection of Traktor was exported without a playlist.</summary>
    public sealed record TraktorWithoutPlaylist : Fact;

    /// <summary>Account data of Spotify has no playlist.</summary>
    public sealed record AccountDataWithoutPlaylist : Fact;

    /// <summary>Account data of Spotify has no liked song.</summary>
    public sealed record AccountDataWithoutLiked : Fact;

    /// <summary>A backup has no playlist.</summary>
    public sealed record BackupWithoutPlaylist : Fact;

    /// <summary>A table ends with its header.</summary>
    public sealed record TableWithoutTracks : Fact;

    /// <summary>A table of Exportify ends with its header.</summary>
    public sealed record ExportifyWithoutTracks : Fact;

    /// <summary>A table whose columns the user named ends with its first line.</summary>
    public sealed record MappedTableWithoutTracks : Fact;

    /// <summary>The file is a picture.</summary>
    public sealed record PictureFile(string Format) : Fact;

    /// <summary>The file is a sound.</summary>
    public sealed record SoundFile(string Format) : Fact;

    /// <summary>The file is a sound or a film.</summary>
    public sealed record FilmFile(string Format) : Fact;

    /// <summary>The file is a sound, a film or a picture.</summary>
    public sealed record MediaFile : Fact;

    /// <summary>The file is a document.</summary>
    public sealed record DocumentFile(string Format) : Fact;

    /// <summary>The file is a formatted text.</summary>
    public sealed record RichTextFile : Fact;

    /// <summary>The file is an office document in the old binary format.</summary>
    public sealed record OldOfficeFile : Fact;

    /// <summary>The file is an office document, and no workbook.</summary>
    public sealed record OfficeFile : Fact;

    /// <summary>The file is a database.</summary>
    public sealed record DatabaseFile : Fact;

    /// <summary>The file is an archive of a kind that is not opened.</summary>
    public sealed record PackedFile(string Format) : Fact;

    /// <summary>The file is an archive, and was not read as one.</summary>
    public sealed record DisguisedArchive : Fact;

    /// <summary>The file is no text; told of a line.</summary>
    public sealed record BinaryFile : Fact;

    /// <summary>The file is a web page.</summary>
    public sealed record WebPageFile : Fact;

    /// <summary>The file is a property list, and no library.</summary>
    public sealed record PropertyListFile : Fact;

    /// <summary>The file lists the pieces of a broadcast; told of a line.</summary>
    public sealed record StreamingFile : Fact;

    /// <summary>The file is a text of no known format.</summary>
    public sealed record UnknownFile : Fact;

    /// <summary>A table has a title column and nothing that makes it one of tracks; the others are columns that are not listed.</summary>
    public sealed record NoArtistColumn(string Title, FactList Columns, int Others) : Fact;

    /// <summary>A table has no title column; told of a line. The others are columns that are not listed.</summary>
    public sealed record NoTitleColumn(FactList Columns, int Others) : Fact;

    /// <summary>A line has another number of cells than the header; told of a line.</summary>
    public sealed record LineUnlikeHeader(int Expected, int Found) : Fact;

    /// <summary>A line has another number of cells than the first ones; told of a line.</summary>
    public sealed record LineUnlikeFirst(int Expected, int Found) : Fact;

    /// <summary>A quoted cell does not end; told of a line.</summary>
    public sealed record QuoteUnclosed : Fact;

    /// <summary>A line has more cells than any table; told of a line.</summary>
    public sealed record TooManyColumns(int Found, int Most) : Fact;

    /// <summary>A line is too long; told of a line.</summary>
    public sealed record LineTooLong(int Length, int Most) : Fact;

    /// <summary>A cell is too long; told of a line.</summary>
    public sealed record CellTooLong(int Cell, int Length, int Most) : Fact;

    /// <summary>A value is too long; told of a line.</summary>
    public sealed record FieldTooLong(string Field, int Length, int Most) : Fact;

    /// <summary>The text of an element is too long; told of a line.</summary>
    public sealed record ElementTooLong(string Element, int Length, int Most) : Fact;

    /// <summary>The JSON ends or breaks; told of a line.</summary>
    public sealed record JsonBroken : Fact;

    /// <summary>The JSON holds half a character in a name.</summary>
    public sealed record JsonNameBroken : Fact;

    /// <summary>The JSON holds half a character in a text; told of a line.</summary>
    public sealed record JsonTextBroken(string Name) : Fact;

    /// <summary>The JSON is no playlist; told of a line.</summary>
    public sealed record JspfMissing(Fact Found) : Fact;

    /// <summary>A JSPF playlist has no list of tracks; told of a line.</summary>
    public sealed record JspfTracksMissing : Fact;

    /// <summary>What was found is a list; a part of a sentence.</summary>
    public sealed record FoundList : Fact;

    /// <summary>What was found is an object with these names; a part of a sentence.</summary>
    public sealed record FoundNames(FactList Names) : Fact;

    /// <summary>Nothing was found; a part of a sentence.</summary>
    public sealed record FoundNothing : Fact;

    /// <summary>What was found has half a character in a name; a part of a sentence.</summary>
    public sealed record FoundBrokenName : Fact;

    /// <summary>The XML ends or breaks; told of a line.</summary>
    public sealed record XmlBroken(string Format) : Fact;

    /// <summary>The XML is nested too deeply; told of a line.</summary>
    public sealed record XmlTooDeep(string Format) : Fact;

    /// <summary>The XML declares a document type or entities; told of a line.</summary>
    public sealed record XmlDocumentType : Fact;

    /// <summary>The XML is no playlist; told of a line.</summary>
    public sealed record XspfMissing(string Found) : Fact;

    /// <summary>An archive has no file that may be a playlist.</summary>
    public sealed record ArchiveWithoutFile : Fact;

    /// <summary>A playlist file of an archive cannot be read.</summary>
    public sealed record ArchiveFileUnread(string File, Fact Why) : Fact;

    /// <summary>A file of an archive holds no playlist.</summary>
    public sealed record ArchiveFileUseless(string File, Fact Why) : Fact;

    /// <summary>An archive cannot be opened.</summary>
    public sealed record ArchiveDamaged : Fact;

    /// <summary>An archive is larger than an import takes.</summary>
    public sealed record ArchiveTooLarge(int Megabytes) : Fact;

    /// <summary>An archive holds more files than an import takes.</summary>
    public sealed record ArchiveTooManyFiles(int Most) : Fact;

    /// <summary>An archive holds more tracks than an import takes.</summary>
    public sealed record ArchiveTooManyTracks(int Most) : Fact;

    /// <summary>An archive unpacks to far more than it should.</summary>
    public sealed record ArchiveGrowsTooMuch : Fact;

    /// <summary>A file of an archive is an archive itself.</summary>
    public sealed record ArchivedArchive : Fact;

    /// <summary>A file of an archive needs a password.</summary>
    public sealed record ArchivedFileLocked : Fact;

    /// <summary>A file of an archive cannot be unpacked.</summary>
    public sealed record ArchivedFileDamaged : Fact;

    /// <summary>A file of an archive is larger than a file may be.</summary>
    public sealed record ArchivedFileTooLarge(int Megabytes) : Fact;

    /// <summary>A list of an archive has no entries.</summary>
    public sealed record ArchivedListEmpty : Fact;

    /// <summary>A list of an archive names ids that nothing in the archive explains.</summary>
    public sealed record ArchivedListNameless(int Tracks) : Fact;

    /// <summary>A workbook has no sheet with anything in it.</summary>
    public sealed record WorkbookEmpty : Fact;

    /// <summary>A workbook cannot be read.</summary>
    public sealed record WorkbookDamaged : Fact;

    /// <summary>A workbook holds more text than an import takes.</summary>
    public sealed record WorkbookTooLarge(int Megabytes) : Fact;

    /// <summary>A workbook consists of too many files.</summary>
    public sealed record WorkbookTooManyParts(int Most) : Fact;

    /// <summary>A workbook unpacks to far more than it should.</summary>
    public sealed record WorkbookGrowsTooMuch : Fact;

    /// <summary>A sheet has more columns than any table.</summary>
    public sealed record SheetTooWide(string Sheet, int Found, int Most) : Fact;
}
