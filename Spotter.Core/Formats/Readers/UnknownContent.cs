using Spotter.Core.Facts;

namespace Spotter.Core.Formats.Readers;

/// <summary>Reports what was found in a text that no format recognises, and what Spotter could read.</summary>
internal static class UnknownContent
{
    private const int NamesToShow = 30;
    private const int LongestName = 60;

    public static PlaylistFileException Describe(PlaylistFileContent content)
    {
        var unknown = UnknownTable.Find(content);
        return content.Table is { } table && MusicTable.Judge(table) is { Columns: not null } judgement && (unknown is not null || content.Extension is "csv" or "tsv")
                ? NoArtist(table, unknown, judgement)
            : content.Table is { } other && (unknown is not null || content.Extension is "csv" or "tsv")
                ? NoTitle(other, unknown)
            : new PlaylistFileException(new Fact.UnknownFile()) { Problem = PlaylistFileProblem.NotAPlaylist };
    }

    /// <summary>Contacts and bookmarks have a column of titles too, so it is not enough.</summary>
    private static PlaylistFileException NoArtist(CsvTable table, UnknownTable? unknown, MusicTable.Judgement judgement)
        => new(new Fact.NoArtistColumn(Shortened(table.Header[judgement.Columns!.Title]), Names(table), Others(table)), table.HeaderLine)
        {
            Problem = judgement.MayBeMusic ? PlaylistFileProblem.UnknownTable : PlaylistFileProblem.NotAPlaylist,
            Table = unknown,
        };

    private static FactList Names(CsvTable table) => new([.. table.Header.Take(NamesToShow).Select(name => new Fact.Quoted(Shortened(name)))]);

    private static int Others(CsvTable table) => Math.Max(0, table.Header.Count - NamesToShow);

    private static string Shortened(string name) => name.Length > LongestName ? name[..LongestName] + "…" : name;

    private static PlaylistFileException NoTitle(CsvTable table, UnknownTable? unknown)
        => new(new Fact.NoTitleColumn(Names(table), Others(table)), table.HeaderLine)
        {
            Problem = PlaylistFileProblem.UnknownTable,
            Table = unknown,
        };
}
