using Bunit;
using Microsoft.EntityFrameworkCore;
using Spotter.Core.Playlists.Stored;
using Spotter.Tests.Support;
using Spotter.Web.Components.Pages.Settings;

namespace Spotter.Tests.Web.Components.Pages.Settings;

public sealed class StatisticsCardTests : PageTest
{
    [Fact]
    public async Task Each_source_says_how_much_of_it_the_library_has()
    {
        await AddAsync("One", "file", matched: 6, review: 1, missing: 1);
        await AddAsync("Two", "file", matched: 0, review: 0, missing: 2);
        await AddAsync("Three", "mixtape", matched: 5, review: 0, missing: 0);
        await AddAsync("Never matched", "lastfm", matched: 0, review: 0, missing: 0, isMatched: false);
        var bob = await Host.Database.AddUserAsync("bob");
        await Host.Database.AddPlaylistAsync(bob, "Not mine");

        var card = Render<StatisticsCard>();

        card.WaitForAssertion(() => Assert.Equal(["2 6 of 10 60 %", "1 5 of 5 100 %"], card.FindAll(Id("coverage")).Select(row => string.Join(' ', row.QuerySelectorAll(".sp-num").Select(cell => cell.TextContent)))));
        Assert.Equal("./?source=file", card.Find($"{Id("coverage")} a").GetAttribute("href"));
    }

    [Fact]
    public void Nothing_is_said_before_anything_was_matched() => Assert.Empty(Render<StatisticsCard>().FindAll(Id("statistics")));

    private async Task AddAsync(string name, string source, int matched, int review, int missing, bool isMatched = true)
    {
        var playlist = await Host.Database.AddPlaylistAsync(Ann, name);
        await using var db = Host.Database.CreateDbContext();
        var row = await db.Playlists.SingleAsync(p => p.Id == playlist.Id);
        (row.Source, row.MatchedCount, row.ReviewCount, row.MissingCount, row.MatchedAt) = (source, matched, review, missing, isMatched ? Host.Clock.GetUtcNow() : null);
        await db.SaveChangesAsync();
    }
}
