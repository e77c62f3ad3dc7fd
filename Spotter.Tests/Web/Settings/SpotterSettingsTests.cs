using System.ComponentModel.DataAnnotations;
using System.Net;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Spotter.Core.Persistence.Sqlite;
using Spotter.Core.Providers.Files;
using Spotter.Core.Providers.MusicBrainz;
using Spotter.Tests.Support;
using Spotter.Web.Addresses;
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
        Assert.Equal($"{Root}/data/demo.db", settings.Database.Place);
        Assert.Equal($"{Root}/data/keys", settings.KeysPath);
        Assert.Equal($"{Root}/data/demo-server.json", settings.DemoStatePath);
        Assert.False(settings.AllowRemoteDemo);
        Assert.Null(settings.PublicUrl);
        Assert.Empty(settings.KnownProxies);
    }

    [Fact]
    public void A_setting_that_is_no_longer_used_stops_no_start_and_is_named()
    {
        var before = AllSettings.Configuration(("Matching:MinLead", "0.05"));
        SpotterSettings.Read(before, Root, AllSettings.Sections);
        Assert.Equal(["Matching:MinLead"], RetiredSettings.Find(before).Select(setting => setting.Key));
        Assert.Empty(RetiredSettings.Find(AllSettings.Configuration(("Matching:MinMatchConfidence", "0.9"))));
    }

    [Fact]
    public void A_server_leaves_the_demo_and_its_database()
    {
        var settings = Read(("Navidrome:BaseUrl", "https://music.example.org/sub"), ("ForwardedHeaders:KnownProxies:0", "192.0.2.7"));
        Assert.False(settings.IsDemo);
        Assert.Equal($"{Root}/data/spotter.db", settings.Database.Place);
        Assert.Equal([IPAddress.Parse("192.0.2.7")], settings.KnownProxies);
    }

    [Fact]
    public void The_demo_keeps_away_from_a_database_that_is_configured()
        => Assert.Equal("/var/lib/spotter/demo.db", Read(("ConnectionStrings:Spotter", "Data Source=/var/lib/spotter/real.db")).Database.Place);

    [Fact]
    public void Writers_wait_for_each_other_unless_told_how_long()
    {
        Assert.Equal(30, Sqlite().DefaultTimeout);
        Assert.Equal(5, Sqlite(("ConnectionStrings:Spotter", "Data Source=a.db;Default Timeout=5")).DefaultTimeout);
        Assert.Equal(SqliteOpenMode.ReadWriteCreate, Sqlite().Mode);
    }

    [Theory]
    [InlineData("Navidrome:BaseUrl", "music.example.org", "Navidrome:BaseUrl is \"music.example.org\", but must be an address like https://music.example.org.")]
    [InlineData("Navidrome:BaseUrl", "ftp://music.example.org", "Navidrome:BaseUrl is \"ftp://music.example.org\", but must be an address like https://music.example.org.")]
    [InlineData("Navidrome:BaseUrl", "ftp://me:se@cret@music.example.org", "Navidrome:BaseUrl is \"ftp://…@music.example.org\", but must be an address like https://music.example.org.")]
    [InlineData("Navidrome:ExtraHeaders:X Key", "secret", "Navidrome:ExtraHeaders:X Key is no valid HTTP header.")]
    [InlineData("PublicUrl", "spotter", "PublicUrl is \"spotter\", but must be an address like https://music.example.org/spotter.")]
    [InlineData("ForwardedHeaders:KnownProxies:0", "proxy", "ForwardedHeaders:KnownProxies:0 is \"proxy\", but must be an IP address.")]
    [InlineData("ForwardedHeaders:KnownNetworks:0", "172.16.0.0/99", "ForwardedHeaders:KnownNetworks:0 is \"172.16.0.0/99\", but must be a network like 172.16.0.0/12.")]
    [InlineData("Navidrome:CertificateFile", "/nowhere/server.pem", "Navidrome:CertificateFile is \"/nowhere/server.pem\", but must be a file with certificates (PEM) that Spotter can read.")]
    [InlineData("Demo:AllowRemote", "yes", "Demo:AllowRemote is \"yes\", but must be true or false.")]
    [InlineData("PlaylistSync:Cron", "hourly", "PlaylistSync:Cron is \"hourly\", but must be a cron expression of five fields, like \"0 * * * *\" for hourly.")]
    [InlineData("PlaylistSync:MaxRemovalPercent", "101", "PlaylistSync:MaxRemovalPercent is \"101\", but must be from 0 to 100.")]
    [InlineData("PlaylistSync:MaxRemovalPercent", "a third", "PlaylistSync:MaxRemovalPercent is \"a third\", but must be a whole number.")]
    [InlineData("PlaylistSync:MinMatchPercent", "-1", "PlaylistSync:MinMatchPercent is \"-1\", but must be from 0 to 100.")]
    [InlineData("PlaylistSync:LeaseSeconds", "3", "PlaylistSync:LeaseSeconds is \"3\", but must be from 4 to 86400.")]
    [InlineData("PlaylistSync:DeleteOnUnsync", "perhaps", "PlaylistSync:DeleteOnUnsync is \"perhaps\", but must be true or false.")]
    [InlineData("PlaylistSync:LeaseSeconds:Long", "120", "PlaylistSync:LeaseSeconds must be from 4 to 86400, and not a group of settings.")]
    [InlineData("PlaylistSync:Cron", null, "PlaylistSync:Cron must be a cron expression of five fields, like \"0 * * * *\" for hourly, and not null.")]
    [InlineData("Sources:RefreshCron", "daily", "Sources:RefreshCron is \"daily\", but must be a cron expression of five fields, like \"0 * * * *\" for hourly.")]
    [InlineData("Sources:Deezer:BaseUrl", "", "Sources:Deezer:BaseUrl is \"\", but must be an address like https://music.example.org.")]
    [InlineData("Sources:Files:WatchFolder", "a\0b", "Sources:Files:WatchFolder is \"a…b\", but must be the path of a folder.")]
    [InlineData("Mixtapes:TimeoutSeconds", "0", "Mixtapes:TimeoutSeconds is \"0\", but must be from 5 to 3600.")]
    [InlineData("Mixtapes:Endpoint", "localhost:11434", "Mixtapes:Endpoint must be an address like http://localhost:11434/v1, with nothing secret in it.")]
    [InlineData("Mixtapes:Endpoint", "http://me:secret@localhost:11434/v1", "Mixtapes:Endpoint must be an address like http://localhost:11434/v1, with nothing secret in it.")]
    [InlineData("Mixtapes:Endpoint", "http://localhost:11434/v1", "Mixtapes:Model is missing: with Mixtapes:Endpoint goes the name of a model, as that server knows it.")]
    [InlineData("Matching:MinMatchConfidence", "1.1", "Matching:MinMatchConfidence is \"1.1\", but must be from 0 to 1.")]
    [InlineData("Matching:MinMatchConfidence", "0.5", "Matching:ReviewConfidence must not be above Matching:MinMatchConfidence.")]
    [InlineData("Matching:MusicBrainz:Enabled", "true", "Matching:MusicBrainz:Contact is missing: MusicBrainz wants a mail address or web page of whoever runs this, with every request.")]
    [InlineData("Matching:MusicBrainz:Enabled", "perhaps", "Matching:MusicBrainz:Enabled is \"perhaps\", but must be true or false.")]
    [InlineData("Matching:MusicBrainz:Contact", "me (at home)", "Matching:MusicBrainz:Contact is \"me (at home)\", but must be a mail address or the address of a web page.")]
    [InlineData("Matching:MusicBrainz:BaseUrl", "musicbrainz.org", "Matching:MusicBrainz:BaseUrl is \"musicbrainz.org\", but must be an address like https://music.example.org.")]
    [InlineData("Matching:ReviewConfidence", "some", "Matching:ReviewConfidence is \"some\", but must be a number with a decimal point, like 0.80.")]
    [InlineData("ConnectionStrings:Spotter", "data/spotter.db", "ConnectionStrings:Spotter cannot be read: Format of the initialization string does not conform to specification starting at index 0.")]
    [InlineData("ConnectionStrings:Spotter", "Server=localhost", "ConnectionStrings:Spotter must name a file, like \"Data Source=data/spotter.db\", or a PostgreSQL server, like \"Host=db.example.org;Database=spotter;…\".")]
    [InlineData("ConnectionStrings:Spotter", "Host=db.example.org", "ConnectionStrings:Spotter must name a server and a database, like \"Host=db.example.org;Database=spotter;Username=spotter;Password=…\".")]
    [InlineData("ConnectionStrings:Spotter", "Host=db.example.org;Database=spotter;Colour=red", "ConnectionStrings:Spotter cannot be read: Couldn't set colour (Parameter 'colour').")]
    [InlineData("ConnectionStrings:Spotter", "Data Source=a.db;Colour=red", "ConnectionStrings:Spotter cannot be read: Connection string keyword 'colour' is not supported. For a possible alternative, see https://go.microsoft.com/fwlink/?linkid=2142181.")]
    [InlineData("ConnectionStrings:Spotter", "Data Source=:memory:", "ConnectionStrings:Spotter must name a file that can be written, like \"Data Source=data/spotter.db\".")]
    public void A_value_that_cannot_be_used_is_named_in_one_line(string key, string? value, string line)
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
        (string, string?)[] values = [("Matching:MusicBrainz:Enabled", "true"), ("Matching:MusicBrainz:BaseUrl", address), ("Matching:MusicBrainz:Contact", contact)];
        Read(values);

        Assert.True(Bind<MusicBrainzOptions>(Root, values) == new MusicBrainzOptions { Enabled = true, BaseUrl = address, Contact = contact }, why);
    }

    [Fact]
    public void All_that_cannot_be_used_is_named_at_once()
    {
        var exception = Assert.Throws<BadConfigurationException>(() => Read(
            ("PlaylistSync:Cron", "hourly"), ("PlaylistSync:LeaseSeconds", "soon"), ("Matching:MinMatchConfidence", "2"),
            ("PublicUrl", "spotter"), ("ForwardedHeaders:KnownProxies:0", "proxy"), ("ConnectionStrings:Spotter", "Data Source=:memory:"), ("Sources:Spotify:BaseUrl", "spotify")));

        Assert.Equal(
            [
                "PlaylistSync:Cron", "PlaylistSync:LeaseSeconds", "Matching:MinMatchConfidence",
                "Sources:Spotify:BaseUrl", "PublicUrl", "ForwardedHeaders:KnownProxies:0", "ConnectionStrings:Spotter",
            ],
            exception.Problems.Select(problem => problem.Split(' ')[0]));
        Assert.Equal(exception.Problems.Select(problem => $"Spotter cannot start: {problem}"), StartFailure.Explain(exception)!.Split(Environment.NewLine));
    }

    [Theory]
    [InlineData("playlists", "/srv/spotter/playlists")]
    [InlineData("../playlists/", "/srv/playlists/")]
    [InlineData("/mnt/music/playlists", "/mnt/music/playlists")]
    [InlineData(" ", "")]
    public void A_folder_is_found_from_the_applications_own_and_need_not_be_there_yet(string configured, string path)
    {
        Read(("Sources:Files:WatchFolder", configured));

        Assert.Equal(path, Bind<FilesOptions>(Root, ("Sources:Files:WatchFolder", configured)).WatchFolder);
    }

    [Fact]
    public void A_folder_that_is_a_file_stops_the_start()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("list.csv"), "Title,Artist");

        var exception = Assert.Throws<BadConfigurationException>(
            () => SpotterSettings.Read(AllSettings.Configuration(("Sources:Files:WatchFolder", "list.csv")), folder.Path, AllSettings.Sections));

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
        var example = new ConfigurationBuilder().AddJsonFile(Path.Combine(Repository.Root, "appsettings.example.json")).Build();
        var settings = SpotterSettings.Read(example, Root, AllSettings.Sections);
        Assert.Equal(Read().Database.Place, settings.Database.Place);
        Assert.Equal(Read().KeysPath, settings.KeysPath);
        Assert.Equal(ListenAddresses.Default, example["Urls"]);
        foreach (var section in AllSettings.Sections)
        {
            var shown = example.GetSection(section.Name);
            Assert.Equivalent(Activator.CreateInstance(section.Type), shown.Get(section.Type), strict: true);
            Assert.Equal(
                section.Type.GetProperties().Select(property => property.Name).Order(),
                shown.GetChildren().Where(child => !AllSettings.Sections.Any(other => other.Name == child.Path)).Select(child => child.Key).Order());
        }
    }

    [Fact]
    public void Every_number_has_bounds()
        => Assert.Empty(
            from section in AllSettings.Sections
            from property in section.Type.GetProperties()
            where property.PropertyType == typeof(int) || property.PropertyType == typeof(double)
            where !property.IsDefined(typeof(RangeAttribute), inherit: true)
            select $"{section.Name}:{property.Name}");

    private static SpotterSettings Read(params (string Key, string? Value)[] values)
        => SpotterSettings.Read(AllSettings.Configuration(values), Root, AllSettings.Sections);

    private static SqliteConnectionStringBuilder Sqlite(params (string Key, string? Value)[] values)
        => new(Assert.IsType<SqliteEngine>(Read(values).Database).ConnectionString);

    /// <summary>The options as the application has them.</summary>
    private static T Bind<T>(string root, params (string Key, string? Value)[] values)
        where T : class
    {
        var configuration = AllSettings.Configuration(values);
        using var services = new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddSingleton<IHostEnvironment>(new Place(root))
            .AddSpotterServices(configuration).BuildServiceProvider();
        return services.GetRequiredService<IOptions<T>>().Value;
    }

    /// <summary>An application whose content root is that folder.</summary>
    private sealed class Place(string root) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = Environments.Production;

        public string ApplicationName { get; set; } = "Spotter";

        public string ContentRootPath { get; set; } = root;

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
