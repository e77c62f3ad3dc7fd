using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Spotter.Navidrome.Demo;
using Spotter.Tests.Support;
using Spotter.Web.Components.Pages.Settings;
using Spotter.Web.Hosting;
using Spotter.Web.Settings;

namespace Spotter.Tests.Web.Components.Pages.Settings;

public sealed class InstallationValuesTests
{
    [Fact]
    public void Options_are_shown_in_groups_as_people_read_them()
    {
        var groups = Show(
            null, ("Navidrome:BaseUrl", "https://music.example.org"), ("PlaylistSync:MaxRemovalPercent", "40"), ("PlaylistSync:KeepUneventfulDays", "1"),
            ("PlaylistSync:DeleteOnUnsync", "true"), ("Matching:MinMatchConfidence", "0.9"), ("Mixtapes:TimeoutSeconds", "1200"));

        Assert.Equal(["Music server", "Schedule", "Sync", "Sources", "Mixtapes", "Matching", "Jobs", "Installation"], groups.Select(group => group.Title));
        var texts = groups.SelectMany(group => group.Values).ToDictionary(value => value.Key, value => $"{value.Label}: {value.Text}");
        Assert.Equal("Address: https://music.example.org", texts["Navidrome:BaseUrl"]);
        Assert.Equal("Extra headers: none", texts["Navidrome:ExtraHeaders"]);
        Assert.Equal("Every enabled playlist (cron): 0 * * * *", texts["PlaylistSync:Cron"]);
        Assert.Equal("Time zone of the schedules: the machine's", texts["Schedule:TimeZone"]);
        Assert.Equal("Switching off deletes the playlist: yes", texts["PlaylistSync:DeleteOnUnsync"]);
        Assert.Equal("May vanish at once: 40 %", texts["PlaylistSync:MaxRemovalPercent"]);
        Assert.Equal("A first write must match: off", texts["PlaylistSync:MinMatchPercent"]);
        Assert.Equal("Runs that changed nothing are forgotten after: 1 day", texts["PlaylistSync:KeepUneventfulDays"]);
        Assert.Equal("Watched folder: none", texts["Sources:Files:WatchFolder"]);
        Assert.Equal("Model server: none: mixtapes are off", texts["Mixtapes:Endpoint"]);
        Assert.Equal("An answer may take: 1,200 seconds", texts["Mixtapes:TimeoutSeconds"]);
        Assert.Equal("Written from a confidence of: 0.90", texts["Matching:MinMatchConfidence"]);
        Assert.Equal("History of jobs: in a file beside the database", texts["Jobs:Storage"]);
        Assert.Equal("Contact that MusicBrainz is told: none", texts["Matching:MusicBrainz:Contact"]);
    }

    [Fact]
    public void A_secret_is_set_or_not_a_header_only_named_and_a_password_in_an_address_left_out()
    {
        var values = Show(null, ("Navidrome:BaseUrl", "https://me:hush@music.example.org/sub"), ("Navidrome:ExtraHeaders:X-Key", "hush"), ("Mixtapes:ApiKey", "hush"), ("Sources:LastFm:ApiKey", "hush")).SelectMany(group => group.Values).ToList();

        Assert.Equal("https://…@music.example.org/sub", values.Single(value => value.Key == "Navidrome:BaseUrl").Text);
        Assert.Equal("X-Key", values.Single(value => value.Key == "Navidrome:ExtraHeaders").Text);
        Assert.Equal("set", values.Single(value => value.Key == "Mixtapes:ApiKey").Text);
        Assert.DoesNotContain(values, value => value.Text.Contains("hush", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_demo_s_own_server_is_nobody_s_setting()
    {
        await using var server = await DemoServer.StartAsync();
        var values = Show(server, ("Navidrome:BaseUrl", server.BaseUrl)).SelectMany(group => group.Values);

        Assert.Equal("none: demo mode", values.Single(value => value.Key == "Navidrome:BaseUrl").Text);
    }

    private static IReadOnlyList<InstallationGroup> Show(DemoServer? demo, params (string Key, string? Value)[] values)
    {
        var configuration = AllSettings.Configuration(values);
        using var services = new ServiceCollection().AddSingleton<IConfiguration>(configuration)
            .AddSpotterServices(configuration)
            .AddSingleton(SpotterSettings.Read(configuration, "/srv/spotter", AllSettings.Sections))
            .AddSingleton(new DemoMode(demo))
            .BuildServiceProvider();
        return services.GetRequiredService<InstallationValues>().Groups;
    }
}
