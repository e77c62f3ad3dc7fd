using System.Text;
using Spotter.Core.Formats;
using Spotter.Core.Sources;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Sources;

public sealed class TableDecisionsTests : IDisposable
{
    private static readonly TableMapping TitleFirst = new(true, [TableColumn.Title, TableColumn.Artist]);
    private static readonly TableMapping ArtistFirst = new(true, [TableColumn.Artist, TableColumn.Title]);

    private readonly CoreHost _host = new();

    private TableDecisions Decisions => _host.Get<TableDecisions>();

    [Fact]
    public async Task What_was_said_last_counts()
    {
        var ann = await _host.Database.AddUserAsync();

        await Decisions.RememberAsync(ann.UserId, Table("Sang;Skald\nx;y\n"), TitleFirst, default);
        await Decisions.RememberAsync(ann.UserId, Table("Sang;Skald\nother;rows\n"), ArtistFirst, default);

        var found = (await Decisions.ReadAsync(ann.UserId, default)).Find(Table("sang;SKALD\nz;z\n"));
        Assert.Equal(ArtistFirst.Columns, found!.Columns);
    }

    [Fact]
    public async Task A_header_that_turns_out_to_be_a_track_is_none_from_then_on()
    {
        var ann = await _host.Database.AddUserAsync();
        var table = Table("Nine Lives;Ada\nAttic;Bo\n");

        await Decisions.RememberAsync(ann.UserId, table, TitleFirst, default);
        await Decisions.RememberAsync(ann.UserId, table, TitleFirst with { HasHeader = false }, default);

        Assert.False((await Decisions.ReadAsync(ann.UserId, default)).Find(table)!.HasHeader);
    }

    [Fact]
    public async Task What_is_said_of_one_header_leaves_what_was_said_of_tables_without_one()
    {
        var ann = await _host.Database.AddUserAsync();

        await Decisions.RememberAsync(ann.UserId, Table("Nine Lives;Ada\nx;y\n"), TitleFirst with { HasHeader = false }, default);
        await Decisions.RememberAsync(ann.UserId, Table("Sang;Skald\nx;y\n"), ArtistFirst, default);

        var known = await Decisions.ReadAsync(ann.UserId, default);
        Assert.Equal((false, true), (known.Find(Table("Attic;Bo\nx;y\n"))!.HasHeader, known.Find(Table("Sang;Skald\nx;y\n"))!.HasHeader));
    }

    [Fact]
    public async Task Nobody_else_hears_of_it()
    {
        var ann = await _host.Database.AddUserAsync();
        var bo = await _host.Database.AddUserAsync("bo");
        var table = Table("Sang;Skald\nx;y\n");

        await Decisions.RememberAsync(ann.UserId, table, TitleFirst, default);
        Assert.Null((await Decisions.ReadAsync(bo.UserId, default)).Find(table));

        await Decisions.RememberAsync(bo.UserId, table, ArtistFirst, default);
        Assert.Equal(TitleFirst.Columns, (await Decisions.ReadAsync(ann.UserId, default)).Find(table)!.Columns);
    }

    public void Dispose() => _host.Dispose();

    private static UnknownTable Table(string text)
        => Assert.Throws<PlaylistFileException>(() => new PlaylistFileReader().Read(Encoding.UTF8.GetBytes(text), "list.csv", null)).Table!;
}
