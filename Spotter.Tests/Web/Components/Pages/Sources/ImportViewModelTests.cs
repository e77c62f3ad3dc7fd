using System.Text;
using Spotter.Core.Accounts;
using Spotter.Core.Formats;
using Spotter.Core.Formats.Text;
using Spotter.Core.Sources;
using Spotter.Tests.Core.Formats.Archives;
using Spotter.Tests.Support;
using Spotter.Web.Components.Pages.Sources;

namespace Spotter.Tests.Web.Components.Pages.Sources;

public sealed class ImportViewModelTests : IDisposable
{
    private readonly CoreHost _host = new();

    [Fact]
    public async Task A_new_file_is_stored_under_the_name_that_was_given_to_it()
    {
        var (ann, import) = await StartAsync();
        await AddAsync(import, ann, "export.csv", Csv(3));
        var entry = Assert.Single(import.Entries);
        Assert.False(entry.IsNamedByFile);
        Assert.True(entry.Plan!.IsNew);

        entry.Name = "Road trip";
        await import.PlanAsync(ann.UserId, entry, default);
        var stored = await import.SaveAsync(ann.UserId);

        Assert.Equal("Road trip", (await _host.FindAsync(Assert.Single(stored))).Name);
        Assert.Empty(import.Entries);
    }

    [Fact]
    public async Task A_newer_export_says_what_it_changes_and_may_come_in_beside_the_old_one()
    {
        var (ann, import) = await StartAsync();
        await AddAsync(import, ann, "Road trip.csv", Csv(3));
        var first = Assert.Single(await import.SaveAsync(ann.UserId));

        await AddAsync(import, ann, "Road trip.csv", Csv(5));
        var entry = Assert.Single(import.Entries);
        Assert.Equal((false, 2, 0), (entry.Plan!.IsNew, entry.Plan.Added, entry.Plan.Removed));
        entry.AsNew = true;
        await import.PlanAsync(ann.UserId, entry, default);
        Assert.True(entry.Plan.IsNew);
        var second = Assert.Single(await import.SaveAsync(ann.UserId));

        Assert.NotEqual(first, second);
        Assert.Equal(("Road trip", 3), await NameAndCountAsync(first));
        Assert.Equal(("Road trip (2)", 5), await NameAndCountAsync(second));
    }

    [Fact]
    public async Task Losing_most_of_a_playlist_waits_for_a_yes()
    {
        var (ann, import) = await StartAsync();
        await AddAsync(import, ann, "Road trip.csv", Csv(20));
        var id = Assert.Single(await import.SaveAsync(ann.UserId));

        await AddAsync(import, ann, "Road trip.csv", Csv(5));
        var entry = Assert.Single(import.Entries);
        Assert.True(entry.NeedsApproval);
        Assert.Empty(await import.SaveAsync(ann.UserId));
        Assert.Equal(("Road trip", 20), await NameAndCountAsync(id));

        entry.ApprovesRemoval = true;
        Assert.Equal([id], await import.SaveAsync(ann.UserId));
        Assert.Equal(("Road trip", 5), await NameAndCountAsync(id));
    }

    [Fact]
    public async Task A_bad_file_is_named_with_its_line_and_the_others_come_in()
    {
        var (ann, import) = await StartAsync();

        await AddAsync(import, ann, "broken.csv", "Title,Artist\nOne,Two,Ada\n");
        await AddAsync(import, ann, "good.csv", Csv(2));

        var fault = Assert.Single(import.Faults);
        Assert.Equal("broken.csv", fault.FileName);
        Assert.StartsWith("Line 2:", fault.Sentence, StringComparison.Ordinal);
        Assert.Single(import.Ready);
    }

    [Fact]
    public async Task A_file_over_the_limit_is_not_even_opened()
    {
        var (ann, import) = await StartAsync();

        await import.AddAsync(ann.UserId, "huge.csv", PlaylistFileLimits.MaxArchiveBytes + 1L, () => throw new InvalidOperationException("It was opened."), default);

        Assert.Contains("10 MB", Assert.Single(import.Faults).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_playlist_twice_in_one_import_is_seen()
    {
        var (ann, import) = await StartAsync();

        await AddAsync(import, ann, "Road trip.csv", Csv(3));
        await AddAsync(import, ann, "Road trip.csv", Csv(4));

        Assert.All(import.Entries, entry => Assert.True(import.IsDoubled(entry)));
        import.Entries[0].IsIncluded = false;
        Assert.False(import.IsDoubled(import.Entries[1]));
    }

    [Fact]
    public async Task An_archive_gives_what_it_can_and_says_what_it_could_not()
    {
        var (ann, import) = await StartAsync();
        var zip = Zips.Of(("a/Good.csv", Csv(2)), ("a/Bad.csv", "Title,Artist\nOne,Two,Ada\n"), ("a/Odd.csv", "Sang;Skald\nOne;Ada\n"), ("a/notes.txt", "Hello"), ("a/cover.png", "x"));

        await import.AddAsync(ann.UserId, "all.zip", zip.Length, () => new MemoryStream(zip), default);

        Assert.Equal("Good", Assert.Single(import.Entries).Name);
        Assert.Equal(new ImportFault("all.zip › a/Bad.csv", "Line 2: expected 2 columns as in the header, found 3."), Assert.Single(import.Faults));
        Assert.Equal("all.zip › a/Odd.csv", Assert.Single(import.Tables).FileName);
        var (name, reason) = Assert.Single(Assert.Single(import.Notes).Files);
        Assert.Equal("a/notes.txt", name);
        Assert.NotEmpty(reason);
    }

    [Fact]
    public async Task An_archive_without_any_playlist_is_one_sentence()
    {
        var (ann, import) = await StartAsync();
        var zip = Zips.Of(("notes.txt", "Hello"));

        await import.AddAsync(ann.UserId, "all.zip", zip.Length, () => new MemoryStream(zip), default);

        Assert.StartsWith("“notes.txt” in the archive gave no playlist.", Assert.Single(import.Faults).Sentence, StringComparison.Ordinal);
        Assert.Empty(import.Notes);
    }

    [Fact]
    public async Task Of_hundreds_of_playlists_the_first_are_shown_and_all_come_in()
    {
        var (ann, import) = await StartAsync();
        var zip = Zips.Of([.. Enumerable.Range(1, 100).Select(i => ($"List {i}.csv", Csv(1)))]);
        await import.AddAsync(ann.UserId, "all.zip", zip.Length, () => new MemoryStream(zip), default);

        Assert.Equal((100, 30), (import.Entries.Count, import.Shown.Count));
        import.ShowMore();
        Assert.Equal(60, import.Shown.Count);
        import.Entries[99].Name = " ";
        await import.PlanAsync(ann.UserId, import.Entries[99], default);
        Assert.Same(import.Entries[99], import.Shown[^1]);
        Assert.True(import.IsWaiting);

        import.Include(false);
        Assert.Empty(import.Ready);
        import.Entries[99].Name = "Last";
        await import.PlanAsync(ann.UserId, import.Entries[99], default);
        import.Include(true);
        Assert.Equal(100, (await import.SaveAsync(ann.UserId)).Count);
    }

    [Theory]
    [InlineData("the text names it", "", "#EXTM3U\n#PLAYLIST:Road trip\n#EXTINF:1,Ada - Nine Lives\n", "m3u:Road trip")]
    [InlineData("the user names it", " Evening ", "Ada - Nine Lives\n", "text:Evening")]
    [InlineData("the text's own name goes before", "Evening", "#EXTM3U\n#PLAYLIST:Road trip\nx.mp3\n", "m3u:Road trip")]
    [InlineData("a table", "Evening", "Title,Artist\nNine Lives,Ada\n", "csv:Evening")]
    [InlineData("account data", "", "{\"tracks\":[{\"artist\":\"Ada\",\"track\":\"Nine Lives\"}]}", "spotify-data:Liked Songs")]
    public async Task A_pasted_list_is_read_as_a_file_is(string reason, string name, string text, string remoteId)
    {
        var (ann, import) = await StartAsync();

        Assert.Null(await PasteAsync(import, ann, name, text));

        var entry = Assert.Single(import.Entries);
        Assert.True(remoteId == entry.File.RemoteId, $"{reason}: {entry.File.RemoteId}");
        Assert.True(entry.IsReady);
    }

    [Theory]
    [InlineData("no name", "", "Ada - Nine Lives\n", "This list has no name yet. Enter one.")]
    [InlineData("blanks", "x", " \n ", "This list contains no tracks. The file is empty.")]
    [InlineData("a table without a name", "", "Sang;Skald\nOne;Ada\n", "Enter a name first. Spotter will then ask what the columns of this table mean.")]
    public async Task What_is_wrong_with_a_pasted_list_is_said_beside_it(string reason, string name, string text, string problem)
    {
        var (ann, import) = await StartAsync();

        var said = await PasteAsync(import, ann, name, text);

        Assert.True(problem == said, $"{reason}: {said}");
        Assert.Empty(import.Entries);
        Assert.Empty(import.Faults);
        Assert.Empty(import.Tables);
    }

    [Fact]
    public async Task A_table_is_explained_once_for_all_that_wait_and_for_all_that_come()
    {
        var (ann, import) = await StartAsync();
        await AddAsync(import, ann, "a.csv", "Sang;Skald\nOne;Ada\n");
        await AddAsync(import, ann, "b.csv", "Sang;Skald\nTwo;Bo\n");
        Assert.Null(await PasteAsync(import, ann, "Pasted", "Sang;Skald\nThree;Kari\n"));
        Assert.Equal(["a.csv", "b.csv", ImportViewModel.Pasted], import.Tables.Select(table => table.FileName));

        var table = import.Tables[1];
        table.Set(0, TableColumn.Title);
        table.Set(1, TableColumn.Artist);
        await import.ReadTableAsync(ann.UserId, table, default);

        Assert.Empty(import.Tables);
        Assert.Equal(["csv:Pasted", "csv:a", "csv:b"], import.Entries.Select(entry => entry.File.RemoteId).Order(StringComparer.Ordinal));
        await AddAsync(import, ann, "c.csv", "Sang;Skald\nFour;Bo\n");
        Assert.Equal("Four", import.Entries[^1].File.Tracks[0].Title);
        Assert.NotNull(import.Entries[^1].File.Mapped);
    }

    [Fact]
    public async Task What_was_said_of_a_table_can_be_said_anew()
    {
        var (ann, import) = await StartAsync();
        await AddAsync(import, ann, "a.csv", "Sang;Skald\nOne;Ada\n");
        import.Tables[0].Set(0, TableColumn.Title);
        await import.ReadTableAsync(ann.UserId, import.Tables[0], default);

        import.ChangeColumns(import.Entries[0]);

        Assert.Empty(import.Entries);
        var table = Assert.Single(import.Tables);
        Assert.Equal([TableColumn.Title, TableColumn.Ignored], table.Columns);
        table.Set(1, TableColumn.Title);
        Assert.Equal([TableColumn.Ignored, TableColumn.Title], table.Columns);
        await import.ReadTableAsync(ann.UserId, table, default);
        Assert.Equal("Ada", Assert.Single(import.Entries).File.Tracks[0].Title);
    }

    [Fact]
    public async Task A_table_that_is_said_to_be_what_it_is_not_stays_with_its_question_and_nothing_is_remembered()
    {
        var (ann, import) = await StartAsync();
        await AddAsync(import, ann, "a.csv", "Sang;Skald\n;Ada\n");
        import.Tables[0].Set(0, TableColumn.Title);

        await import.ReadTableAsync(ann.UserId, import.Tables[0], default);

        Assert.StartsWith("None of the file's 1 entries could be used.", Assert.Single(import.Tables).Problem, StringComparison.Ordinal);
        await AddAsync(import, ann, "a.csv", "Sang;Skald\nOne;Ada\n");
        Assert.Equal(2, import.Tables.Count);
        import.LeaveOut(import.Tables[0]);
        Assert.Single(import.Tables);
    }

    [Fact]
    public async Task Columns_that_were_taken_for_others_are_asked_about_with_what_was_understood()
    {
        var (ann, import) = await StartAsync();
        await AddAsync(import, ann, "first.csv", Csv(1));
        await AddAsync(import, ann, "list.csv", "Title,Artist\nAda,Nine Lives\nBo,Attic\n");
        await AddAsync(import, ann, "last.csv", Csv(1));

        import.ChangeColumns(import.Entries[1]);
        var table = Assert.Single(import.Tables);
        Assert.Equal([TableColumn.Title, TableColumn.Artist], table.Columns);
        Assert.Equal(2, import.Entries.Count);

        import.LeaveOut(table);
        Assert.Equal(["first", "list", "last"], import.Entries.Select(entry => entry.Name));

        import.Entries[1].Name = "Turned";
        import.ChangeColumns(import.Entries[1]);
        import.Tables[0].Mapping = new(true, [TableColumn.Artist, TableColumn.Title]);
        await import.ReadTableAsync(ann.UserId, import.Tables[0], default);

        // The other tables are of the same kind, so the user's choices apply to them too.
        Assert.Equal(["first", "Turned", "last"], import.Entries.Select(entry => entry.Name));
        Assert.Equal(["Ada", "Nine Lives", "Ada"], import.Entries.Select(entry => entry.File.Tracks[0].Title));
        Assert.All(import.Entries, entry => Assert.True(entry.IsReady));
        Assert.Empty(import.Tables);
    }

    [Fact]
    public async Task Sides_that_were_put_right_are_stored_so_and_stay_so()
    {
        const string reversed = "Nine Lives - Ada\nAttic - Bo\n";
        var (ann, import) = await StartAsync();
        await AddAsync(import, ann, "list.txt", reversed);
        var entry = Assert.Single(import.Entries);
        Assert.Equal("Ada", entry.Sample.First[0].Track.Title);

        await import.TurnAsync(ann.UserId, entry, default);
        Assert.Equal("Nine Lives", entry.Sample.First[0].Track.Title);
        Assert.True(entry.IsReady);
        var id = Assert.Single(await import.SaveAsync(ann.UserId));

        Assert.Equal("Nine Lives", (await _host.FindAsync(id)).Tracks[0].SourceTrack.Title);
        await AddAsync(import, ann, "list.txt", reversed);
        Assert.Equal((0, 0), (import.Entries[0].Plan!.Added, import.Entries[0].Plan!.Removed));
    }

    [Fact]
    public async Task What_was_said_of_a_playlist_holds_when_another_file_is_given_its_name()
    {
        var koi8 = CodePages.Find("koi8-r")!.GetBytes("Огни - Маяк\n");
        var (ann, import) = await StartAsync();
        await AddAsync(import, ann, "a.txt", koi8);
        var first = import.Entries[0];
        first.Name = "Evening";
        await import.ReplanAsync(ann.UserId, first, default);
        await import.TurnAsync(ann.UserId, first, default);
        await import.ChooseLettersAsync(ann.UserId, first, "windows-1251", default);
        Assert.Equal(("Evening", new("windows-1251", true)), (first.Name, first.File.Choice));
        await import.SaveAsync(ann.UserId);

        await AddAsync(import, ann, "b.txt", koi8);
        var second = import.Entries[0];
        Assert.Equal(("koi8-r", false), (second.File.CodePage, second.File.IsTitleFirst));
        second.Name = "Evening";
        await import.ReplanAsync(ann.UserId, second, default);

        Assert.Equal(("windows-1251", true), (second.File.CodePage, second.File.IsTitleFirst));
        Assert.Equal((false, 0, 0), (second.Plan!.IsNew, second.Plan.Added, second.Plan.Removed));
    }

    [Fact]
    public async Task Letters_are_chosen_and_let_go_again_and_the_entry_stays_where_it_is()
    {
        var (ann, import) = await StartAsync();
        await AddAsync(import, ann, "first.csv", Csv(1));
        await AddAsync(import, ann, "list.txt", CodePages.Find("koi8-r")!.GetBytes("Маяк - Огни\n"));
        await AddAsync(import, ann, "last.csv", Csv(1));
        var entry = import.Entries[1];
        entry.IsIncluded = false;

        await import.ChooseLettersAsync(ann.UserId, entry, "windows-1251", default);
        Assert.Same(entry, import.Entries[1]);
        Assert.NotEqual("Огни", entry.File.Tracks[0].Title);
        Assert.Equal((true, false), (entry.IsSaid, entry.IsIncluded));

        await import.ChooseLettersAsync(ann.UserId, entry, codePage: null, default);
        Assert.Equal(("Огни", "koi8-r", true), (entry.File.Tracks[0].Title, entry.File.GuessedCodePage, entry.IsSaid));
        Assert.Equal(3, import.Entries.Count);
    }

    [Fact]
    public async Task Letters_in_which_nothing_is_left_to_read_are_refused_beside_the_entry()
    {
        var (ann, import) = await StartAsync();
        // The dash is a dash only in this list's own code page.
        await AddAsync(import, ann, "list.txt", CodePages.Find("windows-1251")!.GetBytes("Маяк – Огни\nМоре – Вода\n"));
        var entry = Assert.Single(import.Entries);

        await import.ChooseLettersAsync(ann.UserId, entry, "koi8-r", default);

        Assert.Matches(@"^The file cannot be read with this encoding\. [^{}]+\.$", entry.Problem);
        Assert.Equal(("Огни", "windows-1251"), (entry.File.Tracks[0].Title, entry.File.CodePage));
    }

    [Fact]
    public async Task What_is_chosen_for_one_list_of_an_archive_can_be_applied_to_all_that_are_alike()
    {
        var (ann, import) = await StartAsync();
        var koi8 = CodePages.Find("koi8-r")!.GetBytes("Огни - Маяк\n");
        var zip = Zips.OfBytes(("a.txt", koi8), ("b.txt", koi8.Concat(koi8).ToArray()), ("c.txt", "Nine Lives - Ada\n"u8.ToArray()), ("d.csv", "Title,Artist\nNine Lives,Ada\n"u8.ToArray()));
        await import.AddAsync(ann.UserId, "all.zip", zip.Length, () => new MemoryStream(zip), default);
        await AddAsync(import, ann, "elsewhere.txt", "Nine Lives - Ada\n");
        var first = import.Entries[0];
        Assert.Empty(import.FindAlike(first));

        await import.TurnAsync(ann.UserId, first, default);
        Assert.Equal(["b", "c"], import.FindAlike(first).Select(other => other.Name));
        await import.ChooseLettersAsync(ann.UserId, first, "windows-1251", default);
        await import.ApplyToAlikeAsync(ann.UserId, first, default);

        Assert.Empty(import.FindAlike(first));
        Assert.Equal(
            ["a windows-1251 True", "b windows-1251 True", "c  True", "d  False", "elsewhere  False"],
            import.Entries.Select(entry => $"{entry.Name} {entry.File.CodePage} {entry.File.IsTitleFirst}"));
        Assert.All(import.Entries, entry => Assert.True(entry.IsReady));
        await import.SaveAsync(ann.UserId);
        var known = (await _host.Get<UserFiles>().FindDecisionsAsync(ann.UserId, default)).Readings;
        Assert.Equal([new("windows-1251", true), new("windows-1251", true), new(null, true), null, null], new[] { "text:a", "text:b", "text:c", "csv:d", "text:elsewhere" }.Select(known.Find));
    }

    [Fact]
    public async Task Few_playlists_show_their_rows_and_many_are_folded()
    {
        var (ann, import) = await StartAsync();
        await AddAsync(import, ann, "one.csv", Csv(1));
        var zip = Zips.Of([.. Enumerable.Range(1, 200).Select(i => ($"List {i}.csv", Csv(1)))]);
        await import.AddAsync(ann.UserId, "all.zip", zip.Length, () => new MemoryStream(zip), default);

        Assert.True(import.Entries[0].IsOpen);
        Assert.Equal(200, import.Entries.Skip(1).Count(entry => !entry.IsOpen));
    }

    public void Dispose() => _host.Dispose();

    private static async Task<string?> PasteAsync(ImportViewModel import, Account owner, string name, string text)
    {
        await using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return await import.PasteAsync(owner.UserId, name, stream, default);
    }

    private static string Csv(int tracks)
        => "Title,Artist\n" + string.Concat(Enumerable.Range(1, tracks).Select(i => $"Harbour {i},Ada\n"));

    private static Task AddAsync(ImportViewModel import, Account owner, string name, string content) => AddAsync(import, owner, name, Encoding.UTF8.GetBytes(content));

    private static Task AddAsync(ImportViewModel import, Account owner, string name, byte[] bytes)
        => import.AddAsync(owner.UserId, name, bytes.Length, () => new MemoryStream(bytes), default);

    private async Task<(Account Ann, ImportViewModel Import)> StartAsync()
        => (await _host.Database.AddUserAsync(), new ImportViewModel(_host.Get<UserFiles>(), _host.Imports, English.Wording));

    private async Task<(string, int)> NameAndCountAsync(int playlistId)
    {
        var playlist = await _host.FindAsync(playlistId);
        return (playlist.Name, playlist.Tracks.Count);
    }
}
