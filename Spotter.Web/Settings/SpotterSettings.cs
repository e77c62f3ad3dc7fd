using System.Net;
using Spotter.Core.Accounts;
using Spotter.Core.Persistence;
using Spotter.Core.Settings;

namespace Spotter.Web.Settings;

/// <summary>
/// The part of the configuration that must be known before there are services, and so cannot be options: whether this is the demo, where
/// the files are, and the public address. Read once at start, together with a check of all options.
/// </summary>
public sealed class SpotterSettings
{
    private readonly IConfiguration _configuration;
    private readonly string _contentRoot;
    private readonly List<string> _problems = [];

    private SpotterSettings(IConfiguration configuration, string contentRoot, IReadOnlyList<SettingsSection> sections)
    {
        (_configuration, _contentRoot) = (configuration, contentRoot);
        _problems.AddRange(SecretFiles.FindProblems(configuration));
        _problems.AddRange(new SettingsCheck(configuration, contentRoot, sections).FindProblems());
        IsDemo = string.IsNullOrEmpty(configuration[$"{ServerOptions.Section}:{nameof(ServerOptions.BaseUrl)}"]);
        AllowRemoteDemo = Read("Demo:AllowRemote", "true or false", false, bool.TryParse);
        PublicUrl = Read<Uri?>("PublicUrl", "an address like https://music.example.org/spotter", null, HttpAddressAttribute.TryParse);
        KnownProxies = [.. configuration.GetSection("ForwardedHeaders:KnownProxies").GetChildren()
            .Select(entry => Read<IPAddress?>(entry.Path, "an IP address", null, IPAddress.TryParse)).OfType<IPAddress>()];
        KnownNetworks = [.. configuration.GetSection("ForwardedHeaders:KnownNetworks").GetChildren()
            .Select(entry => Read<IPNetwork?>(entry.Path, "a network like 172.16.0.0/12", null, TryParseNetwork)).OfType<IPNetwork>()];
        Database = ReadDatabase();
        KeysPath = InContentRoot(Text("DataProtection:KeysPath") ?? "data/keys");
        if (_problems.Count > 0)
        {
            throw new BadConfigurationException(_problems);
        }
    }

    private delegate bool TryParse<T>(string text, out T value);

    /// <summary>Whether nothing is configured, so that the embedded server shows what Spotter does.</summary>
    public bool IsDemo { get; }

    /// <summary>Whether the demo, whose password everybody knows, may be reached from other machines.</summary>
    public bool AllowRemoteDemo { get; }

    /// <summary>The address at which people reach Spotter through a proxy, or null.</summary>
    public Uri? PublicUrl { get; }

    /// <summary>The proxies whose X-Forwarded headers are trusted. None by default.</summary>
    public IReadOnlyList<IPAddress> KnownProxies { get; }

    /// <summary>The networks whose machines are such proxies. None by default.</summary>
    public IReadOnlyList<IPNetwork> KnownNetworks { get; }

    /// <summary>Whether any proxy is trusted.</summary>
    public bool HasKnownProxies => KnownProxies.Count > 0 || KnownNetworks.Count > 0;

    /// <summary>The name under which the keys are used. A cookie of the demo, where anybody is an administrator, must be worthless in a real
    /// installation.</summary>
    public string ProtectionName => IsDemo ? "Spotter.Demo" : "Spotter";

    /// <summary>The database. Demo mode has one of its own beside it.</summary>
    public IDatabaseEngine Database { get; }

    /// <summary>The folder of the keys that protect cookies and stored passwords.</summary>
    public string KeysPath { get; }

    /// <summary>The file in which the embedded server of demo mode keeps its playlists.</summary>
    public string DemoStatePath => Path.Combine(DataFolder, "demo-server.json");

    /// <summary>The file in which Hangfire keeps its jobs, separate so that no run waits for its journal. Demo mode has its own.</summary>
    public string JobsFile => Path.Combine(DataFolder, IsDemo ? "demo-jobs.db" : "jobs.db");

    /// <summary>The folder of Spotter's own files. A database that is a file is among them.</summary>
    public string DataFolder { get; private set; } = "";

    /// <summary>Reads these settings, and checks them and all options.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <param name="contentRoot">The folder that relative paths start at.</param>
    /// <param name="sections">The sections that are bound to options.</param>
    /// <exception cref="BadConfigurationException">Values are invalid. It names all of them.</exception>
    public static SpotterSettings Read(IConfiguration configuration, string contentRoot, IReadOnlyList<SettingsSection> sections)
        => new(configuration, contentRoot, sections);

    private string? Text(string key) => _configuration[key] is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    private T Read<T>(string key, string allowed, T fallback, TryParse<T> parse)
    {
        if (Text(key) is not { } text)
        {
            return fallback;
        }

        if (parse(text, out var value))
        {
            return value;
        }

        _problems.Add(SettingsCheck.Describe(key, text, allowed));
        return fallback;
    }

    private static bool TryParseNetwork(string text, out IPNetwork? network)
    {
        var isOne = IPNetwork.TryParse(text, out var parsed);
        network = isOne ? parsed : null;
        return isOne;
    }

    private IDatabaseEngine ReadDatabase()
    {
        DataFolder = InContentRoot("data");
        try
        {
            return DatabaseChoice.Choose(_configuration.GetConnectionString("Spotter") is { Length: > 0 } configured ? configured : DatabaseChoice.Default, PlaceFile, IsDemo);
        }
        catch (BadConfigurationException bad)
        {
            _problems.AddRange(bad.Problems);
            return DatabaseChoice.Choose(DatabaseChoice.Default, PlaceFile, IsDemo);
        }
    }

    private string PlaceFile(string path)
    {
        DataFolder = Path.GetDirectoryName(InContentRoot(path))!;
        return IsDemo ? Path.Combine(DataFolder, "demo.db") : InContentRoot(path);
    }

    private string InContentRoot(string path) => Path.GetFullPath(path, _contentRoot);
}
