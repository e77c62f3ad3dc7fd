using System.Text;
using Spotter.Core.Accounts;
using Spotter.Core.Providers.Files;
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

        await AddAsync(import, ann, "broken.csv", "Foo,Bar\n1,2\n");
        await AddAsync(import, ann, "good.csv", Csv(2));

        var fault = Assert.Single(import.Faults);
        Assert.Equal("broken.csv", fault.FileName);
        Assert.StartsWith("Line 1:", fault.Sentence, StringComparison.Ordinal);
        Assert.Single(import.Ready);
    }

    [Fact]
    public async Task A_file_over_the_limit_is_not_even_opened()
    {
        var (ann, import) = await StartAsync();

        await import.AddAsync(ann.UserId, "huge.csv", PlaylistFileLimits.MaxBytes + 1L, () => throw new InvalidOperationException("It was opened."), default);

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

    public void Dispose() => _host.Dispose();

    private static string Csv(int tracks)
        => "Title,Artist\n" + string.Concat(Enumerable.Range(1, tracks).Select(i => $"Harbour {i},Ada\n"));

    private static Task AddAsync(ImportViewModel import, Account owner, string name, string content)
    {
        var bytes = Encoding.UTF8.GetBytes(content);
        return import.AddAsync(owner.UserId, name, bytes.Length, () => new MemoryStream(bytes), default);
    }

    private async Task<(Account Ann, ImportViewModel Import)> StartAsync()
        => (await _host.Database.AddUserAsync(), new ImportViewModel(new PlaylistFileReader(), _host.Store));

    private async Task<(string, int)> NameAndCountAsync(int playlistId)
    {
        var playlist = await _host.FindAsync(playlistId);
        return (playlist.Name, playlist.Tracks.Count);
    }
}
