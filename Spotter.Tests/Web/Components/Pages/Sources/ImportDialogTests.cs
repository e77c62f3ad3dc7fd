using Bunit;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop;
using MudBlazor;
using Spotter.Core.Playlists.Stored;
using Spotter.Tests.Core.Formats.Archives;
using Spotter.Tests.Support;
using Spotter.Web.Components.Pages.Sources;

namespace Spotter.Tests.Web.Components.Pages.Sources;

public sealed class ImportDialogTests : PageTest
{
    [Fact]
    public async Task A_pasted_list_is_named_shown_and_stored()
    {
        await OpenAsync();
        await Dialogs.Find(Id("import-paste")).ClickAsync(new());
        Assert.Equal("true", Dialogs.Find(Id("import-paste")).GetAttribute("aria-pressed"));
        Paste("Ada - Nine Lives\nno dash here\nBo - Attic\n");

        await Dialogs.Find(".sp-paste").SubmitAsync();
        Assert.Equal("This list has no name yet. Enter one.", Dialogs.WaitForElement(Id("paste-problem")).TextContent);
        await Dialogs.Find(Id("paste-name")).InputAsync(new() { Value = "Evening" });
        await Dialogs.Find(".sp-paste").SubmitAsync();

        var entry = Dialogs.WaitForElement(Id("import-entry"));
        Assert.Empty(Dialogs.FindAll(Id("paste-problem")));
        Assert.Contains("2 tracks", entry.TextContent, StringComparison.Ordinal);
        Assert.Contains("“no dash here” has no dash between artist and title", entry.TextContent, StringComparison.Ordinal);
        Assert.Equal("", Dialogs.Find(Id("paste-name")).GetAttribute("value"));
        await Dialogs.Find(Id("import-confirm")).ClickAsync(new());
        Dialogs.WaitForAssertion(() => Assert.Empty(Dialogs.FindAll(Id("import-confirm"))));
        Assert.Equal(["text:Evening"], await StoredAsync());
    }

    [Fact]
    public async Task An_empty_field_asks_for_a_list()
    {
        await OpenAsync();
        await Dialogs.Find(Id("import-paste")).ClickAsync(new());
        Paste("");

        await Dialogs.Find(".sp-paste").SubmitAsync();

        Assert.Equal("The field is empty. Paste a list into it first.", Dialogs.WaitForElement(Id("paste-problem")).TextContent);
    }

    [Fact]
    public async Task A_table_is_shown_with_its_first_rows_and_read_as_its_user_says()
    {
        await OpenAsync();
        Drop("sanger.csv", "Nr;Sang;Skald\n1;Nine Lives;Ada\n2;Attic;Bo\n"u8.ToArray());
        var table = Dialogs.WaitForElement(Id("import-table"));
        Assert.Equal(["Nr", "Sang", "Skald", "1", "Nine Lives", "Ada", "2", "Attic", "Bo"], table.QuerySelectorAll("td").Select(cell => cell.TextContent));
        Assert.Equal("Column 2, “Sang”, is", Dialogs.Find(Id("column-1")).GetAttribute("aria-label"));
        Assert.True(Dialogs.Find(Id("table-read")).HasAttribute("disabled"));

        await Dialogs.Find(Id("column-1")).ChangeAsync(new() { Value = "Title" });
        await Dialogs.Find(Id("column-2")).ChangeAsync(new() { Value = "Artist" });
        await Dialogs.Find(Id("table-read")).ClickAsync(new());

        Dialogs.WaitForAssertion(() => Assert.Empty(Dialogs.FindAll(Id("import-table"))));
        Assert.Contains("Columns as you set them: Title in column 2, Artist in column 3.", Dialogs.Find(Id("import-columns")).TextContent, StringComparison.Ordinal);
        Assert.Equal("sanger", Dialogs.Find(Id("import-name")).GetAttribute("value"));
    }

    [Fact]
    public async Task A_first_line_that_is_a_track_is_one()
    {
        await OpenAsync();
        Drop("list.csv", "Nine Lives;Ada\nAttic;Bo\n"u8.ToArray());
        Dialogs.WaitForElement(Id("import-table"));

        await Dialogs.Find(Id("table-header")).ChangeAsync(new() { Value = false });
        Assert.Equal("Column 1 is", Dialogs.Find(Id("column-0")).GetAttribute("aria-label"));
        await Dialogs.Find(Id("column-0")).ChangeAsync(new() { Value = "Title" });
        await Dialogs.Find(Id("table-read")).ClickAsync(new());

        Assert.Contains("2 tracks", Dialogs.WaitForElement(Id("import-entry")).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_that_is_left_out_is_gone()
    {
        await OpenAsync();
        Drop("list.csv", "Nine Lives;Ada\nAttic;Bo\n"u8.ToArray());

        await Dialogs.WaitForElement(Id("table-leave")).ClickAsync(new());

        Dialogs.WaitForAssertion(() => Assert.Empty(Dialogs.FindAll(Id("import-table"))));
        Assert.True(Dialogs.Find(Id("import-confirm")).HasAttribute("disabled"));
    }

    [Fact]
    public async Task An_archive_of_many_shows_the_first_and_imports_what_is_ticked()
    {
        await OpenAsync();
        Drop("all.zip", Zips.Of([("notes.txt", "Hello"), .. Enumerable.Range(10, 40).Select(i => ($"List {i}.csv", "Title,Artist\nNine Lives,Ada\n"))]));
        Dialogs.WaitForAssertion(() => Assert.Equal(30, Dialogs.FindAll(Id("import-entry")).Count));
        Assert.Contains("1 other file in all.zip holds no playlist", Dialogs.Find(Id("import-note")).TextContent, StringComparison.Ordinal);

        await Dialogs.Find(Id("import-none")).ClickAsync(new());
        Assert.Equal("0 of 40 playlists chosen", Dialogs.Find(Id("import-count")).TextContent);
        await Dialogs.Find(Id("import-more")).ClickAsync(new());
        Assert.Equal(40, Dialogs.FindAll(Id("import-entry")).Count);
        await Dialogs.Find("[aria-label='Import List 49']").ChangeAsync(new() { Value = true });
        await Dialogs.Find(Id("import-confirm")).ClickAsync(new());

        Dialogs.WaitForAssertion(() => Assert.Empty(Dialogs.FindAll(Id("import-confirm"))));
        Assert.Equal(["csv:List 49"], await StoredAsync());
    }

    [Fact]
    public async Task Of_many_playlists_the_rows_are_drawn_only_where_somebody_looks()
    {
        await OpenAsync();
        Drop("all.zip", Zips.Of([.. Enumerable.Range(1, 20).Select(i => ($"List {i}.csv", "Title,Artist\nNine Lives,Ada\nAttic,\n"))]));
        Dialogs.WaitForAssertion(() => Assert.Equal(20, Dialogs.FindAll(Id("import-entry")).Count));
        Assert.Empty(Dialogs.FindAll(Id("import-row")));
        Assert.Equal("1 row looks odd", Dialogs.FindAll(Id("import-odd"))[0].TextContent);

        await Dialogs.FindAll(Id("import-unfold"))[3].ClickAsync(new());

        Assert.Equal("true", Dialogs.FindAll(Id("import-unfold"))[3].GetAttribute("aria-expanded"));
        Assert.Equal(["Nine Lives", "Attic"], Dialogs.FindAll(Id("import-row")).Select(row => row.Children[1].TextContent));
        Assert.Equal("no artist", Dialogs.FindAll(Id("import-row"))[1].Children[2].TextContent);
    }

    [Fact]
    public async Task Many_files_that_cannot_be_read_are_one_notice()
    {
        await OpenAsync();
        Drop("all.zip", Zips.Of([("Good.csv", "Title,Artist\nNine Lives,Ada\n"), .. Enumerable.Range(1, 9).Select(i => ($"Bad {i}.csv", "Title,Artist\nOne,Two,Ada\n"))]));

        Assert.Contains("9 files cannot be read", Dialogs.WaitForElement(Id("import-faults")).TextContent, StringComparison.Ordinal);
        Assert.Equal(9, Dialogs.FindAll(Id("import-fault")).Count);
    }

    [Fact]
    public async Task Sides_are_put_right_on_the_spot()
    {
        await OpenAsync();
        Drop("list.txt", "Nine Lives - Ada\nAttic - Bo\n"u8.ToArray());
        Assert.Contains("Read as “Artist - Title”.", Dialogs.WaitForElement(Id("import-sides")).TextContent, StringComparison.Ordinal);

        await Dialogs.Find(Id("import-turn")).ClickAsync(new());

        Assert.Contains("Read as “Title - Artist”, as you chose.", Dialogs.Find(Id("import-sides")).TextContent, StringComparison.Ordinal);
        Assert.Equal("Nine Lives", Dialogs.Find(Id("import-row")).Children[1].TextContent);
        Assert.Empty(Dialogs.FindAll(Id("import-letters")));
        Assert.Empty(Dialogs.FindAll(Id("import-columns")));
    }

    private Task OpenAsync()
        => Dialogs.InvokeAsync(() => ImportDialog.ShowAsync(Services.GetRequiredService<IDialogService>()));

    private void Paste(string text)
        => JSInterop.Setup<IJSStreamReference>("spotter.textOf", _ => true).SetResult(new StreamedText(text + "\n"));

    // UploadFiles waits on the calling thread. On the page's own thread, an archive unpacked on another thread would wait for it too.
    private void Drop(string name, byte[] content)
        => Dialogs.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromBinary(content, name));

    private async Task<List<string>> StoredAsync()
    {
        await using var db = Host.Database.CreateDbContext();
        return await db.Playlists.Where(p => p.UserId == Ann.UserId).Select(p => p.RemoteId).ToListAsync();
    }
}
