using Bunit;
using Microsoft.EntityFrameworkCore;
using Spotter.Core.Accounts;
using Spotter.Core.Providers;
using Spotter.Tests.Support;
using Spotter.Web.Components.Pages.Settings;

namespace Spotter.Tests.Web.Components.Pages.Settings;

public sealed class MusicServerCardTests : PageTest
{
    [Fact]
    public async Task A_server_s_ways_are_told_in_plain_words_with_the_codes_that_its_songs_carry()
    {
        await KnowAsync(new ServerProfile
        {
            Type = "navidrome", Version = "0.64.0", SeenAt = Host.Clock.GetUtcNow(), TakesTokens = true, NamesIsrcs = true,
            ChangeDetector = ChangeDetector.LastScan, MarksReadOnly = true, TakesCovers = true,
        });

        var card = Render<MusicServerCard>().Find(Id("music-server")).TextContent;

        Assert.Contains("Navidrome 0.64.0", card, StringComparison.Ordinal);
        Assert.Contains("0 of 3 songs carry an ISRC, 1 a MusicBrainz id", card, StringComparison.Ordinal);
        Assert.Contains("Seen by the time of the last scan", card, StringComparison.Ordinal);
        Assert.Contains("the first one that Spotter writes will show", card, StringComparison.Ordinal);
        Assert.Contains("a playlist gets its image from the source", card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bare_server_is_said_to_be_one()
    {
        await KnowAsync(new ServerProfile
        {
            SeenAt = Host.Clock.GetUtcNow(), TakesTokens = false, NamesIsrcs = false, ChangeDetector = ChangeDetector.IndexDate, MarksReadOnly = false,
            ReturnsPlaylists = false, DatesPlaylists = false, TakesCovers = false,
        });

        var card = Render<MusicServerCard>().Find(Id("music-server")).TextContent;

        Assert.Contains("A Subsonic server that does not say its name", card, StringComparison.Ordinal);
        Assert.Contains("The music server reports none", card, StringComparison.Ordinal);
        Assert.Contains("By the password itself", card, StringComparison.Ordinal);
        Assert.Contains("Spotter finds them by their name", card, StringComparison.Ordinal);
        Assert.Contains("Not taken by the music server; Navidrome takes them from 0.61 on", card, StringComparison.Ordinal);
    }

    [Fact]
    public void A_server_that_has_never_answered_is_not_spoken_of() => Assert.Empty(Render<MusicServerCard>().FindAll(Id("music-server")));

    private async Task KnowAsync(ServerProfile profile)
    {
        await Host.Get<ServerProfiles>().SaveAsync(Ann.ServerUrl, profile, default);
        await using var db = Host.Database.CreateDbContext();
        var account = await db.Accounts.SingleAsync();
        account.Library.SongCount = 3;
        account.Library.WithRecordingMbidCount = 1;
        await db.SaveChangesAsync();
    }
}
