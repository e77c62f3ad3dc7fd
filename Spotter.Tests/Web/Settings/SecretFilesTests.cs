using Microsoft.Extensions.Configuration;
using Spotter.Core.Accounts;
using Spotter.Core.Providers.Mixtapes;
using Spotter.Tests.Support;
using Spotter.Web.Settings;

namespace Spotter.Tests.Web.Settings;

public sealed class SecretFilesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_setting_is_read_from_the_file_that_is_named_for_it()
    {
        var configuration = Read(("Mixtapes:ApiKey:FILE", Put("key.txt", "sk-secret\n")), ("Mixtapes:ApiKey", "old"));

        Assert.Equal("sk-secret", configuration.GetSection("Mixtapes").Get<MixtapeOptions>()!.ApiKey);
        SpotterSettings.Read(configuration, _folder.Path, AllSettings.Sections);
    }

    [Fact]
    public void A_header_is_read_from_a_file_too()
    {
        var configuration = Read(("Navidrome:ExtraHeaders:X-Key:FILE", Put("key.txt", "hush")));

        Assert.Equal("hush", configuration.GetSection("Navidrome").Get<ServerOptions>()!.ExtraHeaders["X-Key"]);
    }

    [Fact]
    public void Each_file_in_the_folder_of_secrets_sets_what_it_is_named_after()
    {
        Put("Navidrome__BaseUrl", "https://music.example.org\r\n");
        Put("ConnectionStrings__Spotter", "Data Source=elsewhere.db");
        Put("database-password.txt", "not ours");

        var configuration = Read(("SecretsFolder", _folder.Path), ("ConnectionStrings:Spotter", "Data Source=spotter.db"));

        var settings = SpotterSettings.Read(configuration, _folder.Path, AllSettings.Sections);
        Assert.False(settings.IsDemo);
        Assert.Equal(_folder.File("elsewhere.db"), settings.Database.Place);
        Assert.Null(configuration["database-password.txt"]);
    }

    [Fact]
    public void A_file_that_cannot_be_read_stops_the_start_with_a_line_among_the_others()
    {
        var configuration = Read(("Mixtapes:ApiKey:FILE", _folder.File("gone.txt")), ("PublicUrl", "spotter"));

        var exception = Assert.Throws<BadConfigurationException>(() => SpotterSettings.Read(configuration, _folder.Path, AllSettings.Sections));

        Assert.Equal(2, exception.Problems.Count);
        Assert.StartsWith($"the file of Mixtapes:ApiKey, {_folder.File("gone.txt")}, cannot be read: ", exception.Problems[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_not_there_and_files_of_others_are_no_matter()
        => Assert.Empty(SecretFiles.FindProblems(Read(("SecretsFolder", _folder.File("gone")), ("SOMETHING:FILE", _folder.File("gone.txt")))));

    [Theory]
    [InlineData("PublicUrl", "the default")]
    [InlineData("Mixtapes:ApiKey", "the file {0}")]
    [InlineData("Navidrome:ExtraHeaders", "the environment variable Navidrome__ExtraHeaders")]
    [InlineData("Navidrome:BaseUrl", "the argument --Navidrome:BaseUrl")]
    [InlineData("PlaylistSync:Cron", "appsettings.json")]
    public void Where_a_value_comes_from_is_told(string key, string expected)
    {
        var file = Put("key.txt", "sk-secret");
        File.WriteAllText(_folder.File("appsettings.json"), """{ "PlaylistSync": { "Cron": "5 * * * *" }, "PublicUrl": "", "Navidrome": { "BaseUrl": "http://other" } }""");
        var manager = new ConfigurationManager();
        manager.SetBasePath(_folder.Path).AddJsonFile("appsettings.json");
        Environment.SetEnvironmentVariable("SECRETTEST_Navidrome__ExtraHeaders__X-Key", "hush");
        manager.AddEnvironmentVariables("SECRETTEST_");
        Environment.SetEnvironmentVariable("SECRETTEST_Navidrome__ExtraHeaders__X-Key", null);
        manager.AddCommandLine(["--Navidrome:BaseUrl=http://music", $"--Mixtapes:ApiKey:FILE={file}"]);
        SecretFiles.AddTo(manager, AllSettings.Sections);

        Assert.Equal(string.Format(System.Globalization.CultureInfo.InvariantCulture, expected, file), SettingOrigin.Describe(manager, key));
    }

    private string Put(string name, string content)
    {
        File.WriteAllText(_folder.File(name), content);
        return _folder.File(name);
    }

    private static ConfigurationManager Read(params (string Key, string? Value)[] values)
    {
        var manager = new ConfigurationManager();
        manager.AddInMemoryCollection(values.Select(pair => KeyValuePair.Create(pair.Key, pair.Value)));
        SecretFiles.AddTo(manager, AllSettings.Sections);
        return manager;
    }
}
