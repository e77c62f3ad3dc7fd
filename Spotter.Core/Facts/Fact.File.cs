namespace Spotter.Core.Facts;

// Facts about imported files and their lines.
public abstract partial record Fact
{
    /// <summary>A fact about one line of a file. The fact is part of the sentence.</summary>
    public sealed record AtLine(int Line, Fact What) : Fact;

    /// <summary>A fact about one line of one file in an archive.</summary>
    public sealed record AtLineOf(string File, int Line, Fact What) : Fact;

    /// <summary>A name as a file spells it. Part of a list.</summary>
    public sealed record Quoted(string Text) : Fact;

    /// <summary>Nothing was imported from a refused file.</summary>
    public sealed record NothingImported : Fact;

    /// <summary>The file is empty.</summary>
    public sealed record FileEmpty : Fact;

    /// <summary>The file exceeds the size limit.</summary>
    public sealed record FileTooLarge(int Megabytes) : Fact;

    /// <summary>A file has more tracks than the limit. Part of a sentence.</summary>
    public sealed record FileTooManyTracks(int Most) : Fact;

    /// <summary>None of the entries could be imported.</summary>
    public sealed record FileWithoutUsableEntry(int Entries, int Line, Fact First) : Fact;

    /// <summary>A list has no entries.</summary>
    public sealed record ListWithoutTracks : Fact;

    /// <summary>A playlist has no entries.</summary>
    public sealed record PlaylistWithoutTracks : Fact;

    /// <summary>The export of a library from iTunes or Music contains no playlist.</summary>
    public sealed record ItunesWithoutPlaylist : Fact;

    /// <summary>The export of a collection from rekordbox contains no playlist.</summary>
    public sealed record RekordboxWithoutPlaylist : Fact;

    /// <summary>The export of a collection from Traktor contains no playlist.</summary>
    public sealed record TraktorWithoutPlaylist : Fact;

    /// <summary>Spotify's account data contains no playlist.</summary>
    public sealed record AccountDataWithoutPlaylist : Fact;

    /// <summary>Spotify's account data contains no liked song.</summary>
    public sealed record AccountDataWithoutLiked : Fact;

    /// <summary>A backup contains no playlist.</summary>
    public sealed record BackupWithoutPlaylist : Fact;

    /// <summary>A table has nothing after its header.</summary>
    public sealed record TableWithoutTracks : Fact;

    /// <summary>A table from Exportify has nothing after its header.</summary>
    public sealed record ExportifyWithoutTracks : Fact;

    /// <summary>A table whose columns the user has mapped has nothing after its header.</summary>
    public sealed record MappedTableWithoutTracks : Fact;

    /// <summary>The file is a picture.</summary>
    public sealed record PictureFile(string Format) : Fact;

    /// <summary>The file is an audio file.</summary>
    public sealed record SoundFile(string Format) : Fact;

    /// <summary>The file is an audio or video file.</summary>
    public sealed record FilmFile(string Format) : Fact;

    /// <summary>The file is audio, video or a picture.</summary>
    public sealed record MediaFile : Fact;

    /// <summary>The file is a document.</summary>
    public sealed record DocumentFile(string Format) : Fact;

    /// <summary>The file is rich text (RTF).</summary>
    public sealed record RichTextFile : Fact;

    /// <summary>The file is a play history, and the user did not ask for a list of the most played tracks.</summary>
    public sealed record HistoryOnly : Fact;

    /// <summary>A play history has more plays than the limit.</summary>
    public sealed record TooManyPlays(int Most) : Fact;

    /// <summary>A play history has no track that was played long enough in the chosen period.</summary>
    public sealed record HistoryWithoutPlays : Fact;

    /// <summary>The file is an old Office document but not a readable workbook: it may be damaged or password-protected.</summary>
    public sealed record OldOfficeFile : Fact;

    /// <summary>The file is an Office document but not a workbook.</summary>
    public sealed record OfficeFile : Fact;

    /// <summary>The file is a database.</summary>
    public sealed record DatabaseFile : Fact;

    /// <summary>The file is an archive in a format that Spotter does not open.</summary>
    public sealed record PackedFile(string Format) : Fact;

    /// <summary>The file is an archive with another extension.</summary>
    public sealed record DisguisedArchive : Fact;

    /// <summary>The file is not text. Part of a sentence.</summary>
    public sealed record BinaryFile : Fact;

    /// <summary>The file is a web page.</summary>
    public sealed record WebPageFile : Fact;

    /// <summary>The file is a property list but not a music library.</summary>
    public sealed record PropertyListFile : Fact;

    /// <summary>The file is a streaming playlist (HLS) with the segments of one broadcast. Part of a sentence.</summary>
    public sealed record StreamingFile : Fact;

    /// <summary>The file is text in an unknown format.</summary>
    public sealed record UnknownFile : Fact;

    /// <summary>A table has a title column, but nothing shows that it contains tracks. Others is the number of columns that are not listed.</summary>
    public sealed record NoArtistColumn(string Title, FactList Columns, int Others) : Fact;

    /// <summary>A table has no title column. Others is the number of columns that are not listed. Part of a sentence.</summary>
    public sealed record NoTitleColumn(FactList Columns, int Others) : Fact;

    /// <summary>A line has a different number of cells than the header. Part of a sentence.</summary>
    public sealed record LineUnlikeHeader(int Expected, int Found) : Fact;

    /// <summary>A line has a different number of cells than the first lines. Part of a sentence.</summary>
    public sealed record LineUnlikeFirst(int Expected, int Found) : Fact;

    /// <summary>A quoted cell is never closed. Part of a sentence.</summary>
    public sealed record QuoteUnclosed : Fact;

    /// <summary>A line has more cells than the limit. Part of a sentence.</summary>
    public sealed record TooManyColumns(int Found, int Most) : Fact;

    /// <summary>A line is too long. Part of a sentence.</summary>
    public sealed record LineTooLong(int Length, int Most) : Fact;

    /// <summary>A cell is too long. Part of a sentence.</summary>
    public sealed record CellTooLong(int Cell, int Length, int Most) : Fact;

    /// <summary>A value is too long. Part of a sentence.</summary>
    public sealed record FieldTooLong(string Field, int Length, int Most) : Fact;

    /// <summary>The text of an element is too long. Part of a sentence.</summary>
    public sealed record ElementTooLong(string Element, int Length, int Most) : Fact;

    /// <summary>The JSON is invalid or incomplete. Part of a sentence.</summary>
    public sealed record JsonBroken : Fact;

    /// <summary>The JSON has a lone surrogate in a property name.</summary>
    public sealed record JsonNameBroken : Fact;

    /// <summary>The JSON has a lone surrogate in a text. Part of a sentence.</summary>
    public sealed record JsonTextBroken(string Name) : Fact;

    /// <summary>The JSON is not a playlist. Part of a sentence.</summary>
    public sealed record JspfMissing(Fact Found) : Fact;

    /// <summary>A JSPF playlist has no list of tracks. Part of a sentence.</summary>
    public sealed record JspfTracksMissing : Fact;

    /// <summary>The JSON is a list. Part of a sentence.</summary>
    public sealed record FoundList : Fact;

    /// <summary>The JSON is an object with these property names. Part of a sentence.</summary>
    public sealed record FoundNames(FactList Names) : Fact;

    /// <summary>The JSON contains nothing of use. Part of a sentence.</summary>
    public sealed record FoundNothing : Fact;

    /// <summary>The JSON has a lone surrogate in a property name. Part of a sentence.</summary>
    public sealed record FoundBrokenName : Fact;

    /// <summary>The XML is invalid or incomplete. Part of a sentence.</summary>
    public sealed record XmlBroken(string Format) : Fact;

    /// <summary>The XML is nested too deeply. Part of a sentence.</summary>
    public sealed record XmlTooDeep(string Format) : Fact;

    /// <summary>The XML declares a document type or entities. Part of a sentence.</summary>
    public sealed record XmlDocumentType : Fact;

    /// <summary>The XML is not a playlist. Part of a sentence.</summary>
    public sealed record XspfMissing(string Found) : Fact;

    /// <summary>An archive contains no file that may be a playlist.</summary>
    public sealed record ArchiveWithoutFile : Fact;

    /// <summary>A playlist file of an archive cannot be read.</summary>
    public sealed record ArchiveFileUnread(string File, Fact Why) : Fact;

    /// <summary>A file of an archive contains no playlist.</summary>
    public sealed record ArchiveFileUseless(string File, Fact Why) : Fact;

    /// <summary>An archive cannot be opened.</summary>
    public sealed record ArchiveDamaged : Fact;

    /// <summary>An archive exceeds the size limit.</summary>
    public sealed record ArchiveTooLarge(int Megabytes) : Fact;

    /// <summary>An archive has more files than the limit.</summary>
    public sealed record ArchiveTooManyFiles(int Most) : Fact;

    /// <summary>An archive has more tracks than the limit.</summary>
    public sealed record ArchiveTooManyTracks(int Most) : Fact;

    /// <summary>An archive unpacks to far more than its size suggests.</summary>
    public sealed record ArchiveGrowsTooMuch : Fact;

    /// <summary>A file in an archive is itself an archive.</summary>
    public sealed record ArchivedArchive : Fact;

    /// <summary>A file in an archive is password-protected.</summary>
    public sealed record ArchivedFileLocked : Fact;

    /// <summary>A file in an archive cannot be unpacked.</summary>
    public sealed record ArchivedFileDamaged : Fact;

    /// <summary>A file in an archive exceeds the size limit for one file.</summary>
    public sealed record ArchivedFileTooLarge(int Megabytes) : Fact;

    /// <summary>A list in an archive has no entries.</summary>
    public sealed record ArchivedListEmpty : Fact;

    /// <summary>A list in an archive consists of ids, and nothing in the archive names their tracks.</summary>
    public sealed record ArchivedListNameless(int Tracks) : Fact;

    /// <summary>All sheets of a workbook are empty.</summary>
    public sealed record WorkbookEmpty : Fact;

    /// <summary>A workbook cannot be read.</summary>
    public sealed record WorkbookDamaged : Fact;

    /// <summary>A workbook contains more text than the limit.</summary>
    public sealed record WorkbookTooLarge(int Megabytes) : Fact;

    /// <summary>A workbook consists of more files than the limit.</summary>
    public sealed record WorkbookTooManyParts(int Most) : Fact;

    /// <summary>A workbook unpacks to far more than its size suggests.</summary>
    public sealed record WorkbookGrowsTooMuch : Fact;

    /// <summary>A sheet has more columns than the limit.</summary>
    public sealed record SheetTooWide(string Sheet, int Found, int Most) : Fact;

    /// <summary>The file is not a list of decisions that Spotter wrote.</summary>
    public sealed record NotADecisionFile : Fact;

    /// <summary>A line of a list of decisions names a kind that there is not.</summary>
    public sealed record DecisionKindUnknown(string Kind) : Fact;

    /// <summary>A line of a list of decisions does not say which track it is about.</summary>
    public sealed record DecisionWithoutTrack : Fact;

    /// <summary>A line of a list of decisions does not say which song it is about.</summary>
    public sealed record DecisionWithoutSong(string Track) : Fact;

    /// <summary>A line of a list of decisions has a time that is none.</summary>
    public sealed record DecisionTimeUnread(string Text) : Fact;
}
