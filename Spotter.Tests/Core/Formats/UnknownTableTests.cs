using Spotter.Core.Formats;
using Spotter.Tests.Support;


namespace Spotter.Tests.Core.Formats;

public sealed class UnknownTableTests
{
    [Fact]
    public void A_refused_table_comes_with_its_first_rows()
    {
        var refusal = Assert.Throws<PlaylistFileException>(() => Samples.ReadText("Sanger;Skald;Noe\nNine Lives;Ada;\nAttic Tape;Kari Moss;x\n", "sanger.csv"));

        Assert.Equal(PlaylistFileProblem.UnknownTable, refusal.Problem);
        Assert.Equal(("sanger.csv", 3), (refusal.Table!.FileName, refusal.Table.ColumnCount));
        Assert.Equal(["Sanger|Skald|Noe", "Nine Lives|Ada|", "Attic Tape|Kari Moss|x"], refusal.Table.Rows.Select(row => string.Join('|', row)));
        Assert.False(refusal.Table.NamesColumns);
    }

    [Theory]
    [InlineData("prose", "Dear Ann, it rained\nand then, later, it stopped, and so on\nYours\n")]
    [InlineData("one column", "Sanger\nNine Lives\n")]
    public void What_is_not_cut_into_columns_is_no_table_to_ask_about(string reason, string text)
        => Assert.True(Assert.Throws<PlaylistFileException>(() => Samples.ReadText(text, "x.txt")).Table is null, reason);

    [Theory]
    [InlineData("codes and lengths in the first line are no names", "Nine Lives;3:35;GBXYZ1900001\nAttic;4:00;\n", "False Ignored,Duration,Isrc")]
    [InlineData("names that are known, beside one that is not", "Sang;Artist;Dauer\nNine Lives;Ada;3:35\n", "True Ignored,Artist,Duration")]
    [InlineData("what stands below tells", "Sang;Tid og sted;Lenke\nNine Lives;3:35;https://open.spotify.com/track/2aBcDeFgHiJkLmNoPqRsT2\n", "True Ignored,Duration,Link")]
    [InlineData("words alone tell nothing", "Sang;Skald\nNine Lives;Ada\n", "True Ignored,Ignored")]
    public void A_guess_is_made_from_names_and_from_what_stands_below(string reason, string text, string expected)
    {
        var guess = Table(text).Suggest();

        Assert.True($"{guess.HasHeader} {string.Join(',', guess.Columns)}" == expected, $"{reason}: {guess.HasHeader} {string.Join(',', guess.Columns)}");
        Assert.False(guess.IsUsable);
    }

    [Fact]
    public void A_table_is_read_as_the_user_says()
    {
        var table = Table("Sang;Skald;Plate;Tid;Kode\n'=Nine Lives;Ada; Bo;Cats;3:35;\nAttic Tape;Kari Moss;;61;gbxyz1900001\n".Replace("; Bo", " & Bo", StringComparison.Ordinal));

        var playlist = Assert.Single(PlaylistFileReader.ReadTable(
            table, new(true, [TableColumn.Title, TableColumn.Artist, TableColumn.Album, TableColumn.Duration, TableColumn.Isrc]), null));

        Assert.Equal("csv:list", playlist.RemoteId);
        Assert.Same(table, playlist.Mapped!.Table);
        Assert.Equal(["=Nine Lives / Ada & Bo / Cats / 215000 ms", "Attic Tape / Kari Moss /  / 61000 ms / GBXYZ1900001"], Samples.Lines(playlist));
    }

    [Fact]
    public void A_table_without_a_header_begins_with_a_track()
    {
        var table = Assert.Throws<PlaylistFileException>(() => Samples.Read("no-header.tsv")).Table!;
        Assert.False(table.Suggest().HasHeader);

        var playlist = Assert.Single(PlaylistFileReader.ReadTable(
            table, new(false, [TableColumn.Title, TableColumn.Artist, TableColumn.Duration, TableColumn.Isrc]), "Given"));

        Assert.Equal("csv:Given", playlist.RemoteId);
        Assert.Equal(
            ["Harbour Lights / Marlow /  / 215000 ms / GBXYZ1900001", "Nine Lives - Live / Ada /  / 242000 ms", "Größenwahn / Jörg Müller /  /  / SEXYZ1900003"],
            Samples.Lines(playlist));
    }

    [Fact]
    public void A_column_of_names_makes_several_playlists_of_a_table()
    {
        var table = Table("Sang;Liste\nNine Lives;Road trip\nAttic Tape;Sunday\n");

        var playlists = PlaylistFileReader.ReadTable(table, new(true, [TableColumn.Title, TableColumn.Playlist]), null);

        Assert.Equal(["csv:Road trip", "csv:Sunday"], playlists.Select(playlist => playlist.RemoteId));
    }

    [Theory]
    [InlineData("a row that is wider than the first ones", true, "Line 32: expected 2 columns as in the header, found 3. Nothing was imported.")]
    [InlineData("the same without a header", false, "Line 32: expected 2 columns as in the first lines, found 3. Nothing was imported.")]
    public void A_table_that_is_broken_is_refused_as_any_other(string reason, bool hasHeader, string expected)
    {
        var table = Table("Sang;Skald\n" + string.Concat(Enumerable.Repeat("Nine Lives;Ada\n", 30)) + "One;Two;Ada\n");

        var message = Assert.Throws<PlaylistFileException>(
            () => PlaylistFileReader.ReadTable(table, new(hasHeader, [TableColumn.Title, TableColumn.Artist]), null)).Words;

        Assert.True(expected == message, $"{reason}: {message}");
    }

    [Fact]
    public void A_table_that_is_all_header_holds_no_tracks()
        => Assert.Equal(
            "The table has a first line with the names of its columns, but no tracks below it. Nothing was imported.",
            Assert.Throws<PlaylistFileException>(() => PlaylistFileReader.ReadTable(
                Table("Sang;Skald\n"), new(true, [TableColumn.Title, TableColumn.Artist]), null)).Words);

    [Theory]
    [InlineData("no title", TableColumn.Artist, TableColumn.Ignored)]
    [InlineData("two titles", TableColumn.Title, TableColumn.Title)]
    public void A_mapping_must_name_one_title(string reason, TableColumn first, TableColumn second)
    {
        var mapping = new TableMapping(true, [first, second]);

        Assert.False(mapping.IsUsable, reason);
        Assert.Throws<ArgumentException>(() => PlaylistFileReader.ReadTable(Table("Sang;Skald\nNine Lives;Ada\n"), mapping, null));
    }

    [Fact]
    public async Task What_was_said_of_a_table_holds_for_the_next_one_of_its_kind_alone_or_in_an_archive()
    {
        var mapping = new TableMapping(true, [TableColumn.Artist, TableColumn.Title]);
        var known = new KnownTables(new Dictionary<string, TableMapping> { [Table("Skald;Sang\nAda;Nine Lives\n").FingerprintOf(hasHeader: true)] = mapping });
        var zip = Archives.Zips.Of(("a.csv", "SKALD,Sang\nBo,Attic\n"), ("b.csv", "Noe;Annet\nBo;Attic\n"));

        var reading = await new PlaylistFileReader().ReadAllAsync(new MemoryStream(zip), "x.zip", null, CancellationToken.None, known);

        var playlist = Assert.Single(reading.Playlists);
        Assert.Equal(["Attic / Bo /  / "], Samples.Lines(playlist));
        Assert.Equal(mapping, playlist.Mapped!.Mapping);
        Assert.Equal("b.csv", Assert.Single(reading.LeftOut).Name);
        Assert.NotNull(reading.LeftOut[0].Cause.Table);
    }

    [Theory]
    [InlineData("as wide, and no header", "Attic;Bo;4:00\n", true)]
    [InlineData("as wide, but its header is one that is known", "Artist;Skald;4:00\n", false)]
    [InlineData("wider", "Attic;Bo;4:00;x\n", false)]
    public void What_was_said_of_tables_without_a_header_holds_for_those_that_are_as_wide(string reason, string text, bool holds)
    {
        var mapping = new TableMapping(false, [TableColumn.Title, TableColumn.Artist, TableColumn.Duration]);
        var known = new KnownTables(new Dictionary<string, TableMapping> { [Table("Nine;Ada;3:00\n").FingerprintOf(hasHeader: false)] = mapping });

        Assert.True(holds == known.Find(Table(text)) is not null, reason);
    }

    private static UnknownTable Table(string text) => Assert.Throws<PlaylistFileException>(() => Samples.ReadText(text)).Table!;
}
