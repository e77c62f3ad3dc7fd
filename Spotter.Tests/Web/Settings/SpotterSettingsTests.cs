using System.Net;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Spotter.Core.Providers;
using Spotter.Core.Providers.Deezer;
using Spotter.Core.Providers.Files;
using Spotter.Core.Providers.LastFm;
using Spotter.Core.Providers.ListenBrainz;
using Spotter.Core.Providers.MusicBrainz;
using Spotter.Core.Providers.Spotify;
using Spotter.Web.Hosting;
using Spotter.Web.Settings;

namespace Spotter.Tests.Web.Settings;

public sealed class SpotterSettingsTests
{
    private const string Root = "/srv/spotter";

    [Fact]
    public void Nothing_configured_is_the_demo_with_every_default()
    {
        var settings = Read();
        Assert.True(settings.IsDemo);
        Assert.Equal($"{Root}/data/demo.db", settings.Database.DataSource);
        Assert.Equal($"{Root}/data/keys", settings.KeysPath);
        Assert.Equal($"{Root}/data/demo-server.json", settings.DemoStatePath);
        Assert.False(settings.AllowRemoteDemo);
        Assert.Null(settings.PublicUrl);
        Assert.Empty(settings.KnownProxies);
        Assert.Equal("0 * * * *", settings.Sync.Cron);
        Assert.Equal(0.80, settings.Matching.MinMatchConfidence);
    }

    [Fact]
    public void A_setting_that_is_no_longer_used_stops_no_start_and_is_named()
    {
        Assert.Equal(["Matching:MinLead"], Read(("Matching:MinLead", "0.05")).RetiredSettings.Keys);
        Assert.Empty(Read(("Matching:MinMatchConfidence", "0.9")).RetiredSettings);
    }

    [Fact]
    public void A_server_leaves_the_demo_and_its_database()
    {
        var settings = Read(("Navidrome:BaseUrl", "https://music.example.org/sub"), ("ForwardedHeaders:KnownProxies:0", "192.0.2.7"));
        Assert.False(settings.IsDemo);
        Assert.Equal($"{Root}/data/spotter.db", settings.Database.DataSource);
        Assert.Equal([IPAddress.Parse("192.0.2.7")], settings.KnownProxies);
    }

    [Fact]
    public void The_demo_keeps_away_from_a_database_that_is_configured()
        => Assert.Equal("/var/lib/spotter/demo.db", Read(("ConnectionStrings:Spotter", "Data Source=/var/lib/spotter/real.db")).Database.DataSource);

    [Fact]
    public void Writers_wait_for_each_other_unless_told_how_long()
    {
        Assert.Equal(30, Read().Database.DefaultTimeout);
        Assert.Equal(5, Read(("ConnectionStrings:Spotter", "Data Source=a.db;Default Timeout=5")).Database.DefaultTimeout);
        Assert.Equal(SqliteOpenMode.ReadWriteCreate, Read().Database.Mode);
    }

    [Theory]
    [InlineData("Navidrome:BaseUrl", "music.example.org", "Navidrome:BaseUrl is \"music.example.org\", but must be an address like https://music.example.org.")]
    [InlineData("Navidrome:BaseUrl", "ftp://music.example.org", "Navidrome:BaseUrl is \"ftp://music.example.org\", but must be an address like https://music.example.org.")]
    [InlineData("Navidrome:BaseURI", "https://music.example.org", "Navidrome:BaseURI is not a setting. There are: BaseUrl, ListenToEvents, ExtraHeaders.")]
    [InlineData("Navidrome:ExtraHeaders:X Key", "secret", "Navidrome:ExtraHeaders:X Key is no valid HTTP header.")]
    [InlineData("PublicUrl", "spotter", "PublicUrl is \"spotter\", but must be an address like https://music.example.org/spotter.")]
    [InlineData("ForwardedHeaders:KnownProxies:0", "proxy", "ForwardedHeaders:KnownProxies:0 is \"proxy\", but must be an IP address.")]
    [InlineData("Demo:AllowRemote", "yes", "Demo:AllowRemote is \"yes\", but must be true or false.")]
    [InlineData("PlaylistSync:Cron", "hourly", "PlaylistSync:Cron is \"hourly\", but must be a cron expression of five fields, like \"0 * * * *\" for hourly.")]
    [InlineData("PlaylistSync:MaxRemovalPercent", "101", "PlaylistSync:MaxRemovalPercent is \"101\", but must be from 0 to 100.")]
    [InlineData("PlaylistSync:MaxRemovalPercent", "a third", "PlaylistSync:MaxRemovalPercent is \"a third\", but must be a whole number.")]
    [InlineData("PlaylistSync:MinMatchPercent", "-1", "PlaylistSync:MinMatchPercent is \"-1\", but must be from 0 to 100.")]
    [InlineData("PlaylistSync:LeaseSeconds", "3", "PlaylistSync:LeaseSeconds is \"3\", but must be from 4 to 86400.")]
    [InlineData("PlaylistSync:DeleteOnUnsync", "perhaps", "PlaylistSync:DeleteOnUnsync is \"perhaps\", but must be true or false.")]
    [InlineData("PlaylistSync:Corn", "0 * * * *", "PlaylistSync:Corn is not a setting. There are: Cron, DeleteOnUnsync, MaxRemovalPercent, MinMatchPercent, KeepUneventfulDays, LeaseSeconds.")]
    [InlineData("Sources:RefreshCron", "daily", "Sources:RefreshCron is \"daily\", but must be a cron expression of five fields, like \"0 * * * *\" for hourly.")]
    [InlineData("Sources:RefreshCorn", "0 * * * *", "Sources:RefreshCorn is not a setting. There are: RefreshCron, PrivateImageHosts.")]
    [InlineData("Mixtapes:TimeoutSeconds", "0", "Mixtapes:TimeoutSeconds is \"0\", but must be from 5 to 3600.")]
    [InlineData("Mixtapes:Endpoint", "localhost:11434", "Mixtapes:Endpoint must be an address like http://localhost:11434/v1, with nothing secret in it.")]
    [InlineData("Mixtapes:Endpoint", "http://me:secret@localhost:11434/v1", "Mixtapes:Endpoint must be an address like http://localhost:11434/v1, with nothing secret in it.")]
    [InlineData("Mixtapes:Endpoint", "http://localhost:11434/v1", "Mixtapes:Model is missing: with Mixtapes:Endpoint goes the name of a model, as that server knows it.")]
    [InlineData("Mixtapes:Url", "http://localhost:11434/v1", "Mixtapes:Url is not a setting. There are: Endpoint, Model, ApiKey, TimeoutSeconds.")]
    [InlineData("Matching:MinMatchConfidence", "1.1", "Matching:MinMatchConfidence is \"1.1\", but must be from 0 to 1.")]
    [InlineData("Matching:MinMatchConfidence", "0.5", "Matching:ReviewConfidence must not be above Matching:MinMatchConfidence.")]
    [InlineData("Matching:MusicBrains:Enabled", "true", "Matching:MusicBrains is not a setting. There are: MinMatchConfidence, ReviewConfidence, MaxCandidates.")]
    [InlineData("Matching:MusicBrainz:Enabled", "true", "Matching:MusicBrainz:Contact is missing: MusicBrainz wants a mail address or web page of whoever runs this, with every request.")]
    [InlineData("Matching:MusicBrainz:Enabled", "perhaps", "Matching:MusicBrainz:Enabled is \"perhaps\", but must be true or false.")]
    [InlineData("Matching:MusicBrainz:Contact", "me (at home)", "Matching:MusicBrainz:Contact is \"me (at home)\", but must be a mail address or the address of a web page.")]
    [InlineData("Matching:MusicBrainz:Url", "https://musicbrainz.org", "Matching:MusicBrainz:Url is not a setting. There are: Enabled, BaseUrl, Contact.")]
    [InlineData("Matching:ReviewConfidence", "some", "Matching:ReviewConfidence is \"some\", but must be a number with a decimal point, like 0.80.")]
    [InlineData("ConnectionStrings:Spotter", "Host=localhost", "ConnectionStrings:Spotter cannot be read: Connection string keyword 'host' is not supported. For a possible alternative, see https://go.microsoft.com/fwlink/?linkid=2142181.")]
    [InlineData("ConnectionStrings:Spotter", "Data Source=:memory:", "ConnectionStrings:Spotter must name a file that can be written, like \"Data Source=data/spotter.db\".")]
    public void A_value_that_cannot_be_used_is_named_in_one_line(string key, string value, string line)
    {
        var exception = Assert.Throws<BadConfigurationException>(() => Read((key, value)));
        Assert.Equal(line, exception.Message);
        Assert.Equal($"Spotter cannot start: {line}", StartFailure.Explain(exception));
    }

    [Theory]
    [InlineData("a mail address", "https://musicbrainz.org", "ann@example.org")]
    [InlineData("a page", "https://beta.musicbrainz.org/", "https://example.org/spotter?by=ann")]
    [InlineData("a mirror of one's own, which asks for none", "http://127.0.0.1:5000", "")]
    public void MusicBrainz_is_switched_on_with_a_contact_where_it_is_the_public_one(string why, string address, string contact)
    {
        var settings = Read(("Matching:MusicBrainz:Enabled", "true"), ("Matching:MusicBrainz:BaseUrl", address), ("Matching:MusicBrainz:Contact", contact));

        Assert.True(settings.MusicBrainz == new MusicBrainzOptions { Enabled = true, BaseUrl = address, Contact = contact }, why);
    }

    [Fact]
    public void An_address_of_MusicBrainz_that_is_none_stops_the_start()
    {
        var exception = Assert.Throws<BadConfigurationException>(
            () => Read(("Matching:MusicBrainz:BaseUrl", "musicbrainz.org")).Check(new SourceSection(MusicBrainzOptions.Section, typeof(MusicBrainzOptions))));

        Assert.Equal("Matching:MusicBrainz:BaseUrl is \"musicbrainz.org\", but must be an address like https://music.example.org.", exception.Message);
    }

    [Theory]
    [InlineData("playlists", "/srv/spotter/playlists")]
    [InlineData("../playlists/", "/srv/playlists/")]
    [InlineData("/mnt/music/playlists", "/mnt/music/playlists")]
    [InlineData(" ", " ")]
    public void A_folder_is_found_from_the_applications_own_and_need_not_be_there_yet(string configured, string path)
    {
        var configuration = Configuration(("Sources:Files:WatchFolder", configured));
        SpotterSettings.Read(configuration, Root).Check(new SourceSection(FilesOptions.Section, typeof(FilesOptions)));

        Assert.Equal(path, configuration["Sources:Files:WatchFolder"]);
    }

    [Fact]
    public void A_folder_that_is_a_file_stops_the_start()
    {
        using var folder = new Support.TemporaryFolder();
        File.WriteAllText(folder.File("list.csv"), "Title,Artist");
        var settings = SpotterSettings.Read(Configuration(("Sources:Files:WatchFolder", "list.csv")), folder.Path);

        var exception = Assert.Throws<BadConfigurationException>(() => settings.Check(new SourceSection(FilesOptions.Section, typeof(FilesOptions))));

        Assert.Equal("Sources:Files:WatchFolder is \"list.csv\", but must be a folder, and this is a file.", exception.Message);
    }

    [Fact]
    public void A_key_that_cannot_be_one_is_named_and_not_shown()
    {
        var exception = Assert.Throws<BadConfigurationException>(
            () => Read(("Mixtapes:Endpoint", "http://localhost:11434/v1"), ("Mixtapes:Model", "m"), ("Mixtapes:ApiKey", "sk-secret\n")));
        Assert.StartsWith("Mixtapes:ApiKey holds a character", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_example_shows_every_setting_with_its_default()
    {
        var example = new ConfigurationBuilder().AddJsonFile(Path.Combine(Support.Repository.Root, "appsettings.example.json")).Build();
        var settings = SpotterSettings.Read(example, Root);
        var plain = Read();
        Assert.Equal(plain.Sync, settings.Sync);
        Assert.Equal(plain.Matching, settings.Matching);
        Assert.Equivalent(plain.Sources, settings.Sources);
        Assert.Equivalent(plain.Mixtapes, settings.Mixtapes);
        Assert.Equal(plain.MusicBrainz, settings.MusicBrainz);
        Assert.Equivalent(new LastFmOptions(), example.GetSection(LastFmOptions.Section).Get<LastFmOptions>());
        Assert.Equal(new SpotifyOptions(), example.GetSection(SpotifyOptions.Section).Get<SpotifyOptions>());
        Assert.Equal(new DeezerOptions(), example.GetSection(DeezerOptions.Section).Get<DeezerOptions>());
        Assert.Equal(new FilesOptions(), example.GetSection(FilesOptions.Section).Get<FilesOptions>());
        Assert.Equal(new ListenBrainzOptions(), example.GetSection(ListenBrainzOptions.Section).Get<ListenBrainzOptions>());
        Assert.Equal(plain.Database.ConnectionString, settings.Database.ConnectionString);
        Assert.Equal(plain.KeysPath, settings.KeysPath);
        Assert.Equal(ListenAddresses.Default, example["Urls"]);
        string[] sections = ["PlaylistSync", "Matching", "Matching:MusicBrainz", "Navidrome", "Mixtapes"];
        object[] options = [plain.Sync, plain.Matching, plain.MusicBrainz, plain.Server, plain.Mixtapes];
        foreach (var (section, value) in sections.Zip(options))
        {
            Assert.Equal(
                value.GetType().GetProperties().Select(property => property.Name).Order(),
                example.GetSection(section).GetChildren().Where(child => child.Path != MusicBrainzOptions.Section).Select(child => child.Key).Order());
        }
    }

    private static SpotterSettings Read(params (string Key, string Value)[] values) => SpotterSettings.Read(Configuration(values), Root);

    private static IConfigurationRoot Configuration(params (string Key, string Value)[] values)
        => new ConfigurationBuilder().AddInMemoryCollection(values.Select(pair => KeyValuePair.Create<string, string?>(pair.Key, pair.Value))).Build();
}
