using System.Globalization;
using System.Net;
using Cronos;
using Microsoft.Data.Sqlite;
using Spotter.Core.Accounts;
using Spotter.Core.Matching;
using Spotter.Core.Providers;
using Spotter.Core.Providers.Mixtapes;
using Spotter.Core.Providers.MusicBrainz;
using Spotter.Core.Sync;

namespace Spotter.Web.Settings;

/// <summary>The configuration of this installation, read once at start. What cannot be used stops the start with one line that names the key.</summary>
public sealed class SpotterSettings
{
    /// <summary>The section of the matcher's thresholds.</summary>
    public const string MatchingSection = "Matching";

    // Settings of earlier versions that would do nothing now, each with the reason. They stop no start: whoever upgrades has them.
    private static readonly Dictionary<string, string> Retired = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Matching:MinLead"] = "Close rivals share their confidence, so Matching:MinMatchConfidence alone decides.",
    };

    private readonly IConfiguration _configuration;
    private readonly string _contentRoot;

    private SpotterSettings(IConfiguration configuration, string contentRoot)
    {
        (_configuration, _contentRoot) = (configuration, contentRoot);
        Server = Bind<ServerOptions>(ServerOptions.Section);
        Sync = Bind<PlaylistSyncOptions>(PlaylistSyncOptions.Section);
        Sources = Bind<SourcesOptions>(SourcesOptions.Section, section => section.GetChildren().Any());
        Matching = Bind<MatchOptions>(MatchingSection, section => MusicBrainzOptions.Section.Equals(section.Path, StringComparison.OrdinalIgnoreCase));
        MusicBrainz = Bind<MusicBrainzOptions>(MusicBrainzOptions.Section);
        Mixtapes = Bind<MixtapeOptions>(MixtapeOptions.Section);
        Jobs = Bind<JobsOptions>(JobsOptions.Section);
        AllowRemoteDemo = Read("Demo:AllowRemote", "true or false", false, bool.TryParse);
        PublicUrl = Read<Uri?>("PublicUrl", "an address like https://music.example.org/spotter", null, TryParseHttp);
        KnownProxies = [.. configuration.GetSection("ForwardedHeaders:KnownProxies").GetChildren().Select(ReadProxy)];
        Database = ReadDatabase();
        KeysPath = InContentRoot(Text("DataProtection:KeysPath") ?? "data/keys");
        Check();
    }

    private delegate bool TryParse<T>(string text, out T value);

    /// <summary>The music server.</summary>
    public ServerOptions Server { get; }

    /// <summary>How playlists are kept in sync.</summary>
    public PlaylistSyncOptions Sync { get; }

    /// <summary>How sources are kept current.</summary>
    public SourcesOptions Sources { get; }

    /// <summary>The thresholds of the matcher.</summary>
    public MatchOptions Matching { get; }

    /// <summary>Whether and where MusicBrainz is asked for other names.</summary>
    public MusicBrainzOptions MusicBrainz { get; }

    /// <summary>The model that makes mixtapes.</summary>
    public MixtapeOptions Mixtapes { get; }

    /// <summary>How jobs are kept.</summary>
    public JobsOptions Jobs { get; }

    /// <summary>Nothing is configured: the embedded server shows what Spotter does.</summary>
    public bool IsDemo => Server.BaseUrl.Length == 0;

    /// <summary>Whether the demo, whose password everybody knows, may be reached from other machines.</summary>
    public bool AllowRemoteDemo { get; }

    /// <summary>The address under which people reach Spotter through a proxy, or null.</summary>
    public Uri? PublicUrl { get; }

    /// <summary>The proxies whose X-Forwarded headers are believed; none by default.</summary>
    public IReadOnlyList<IPAddress> KnownProxies { get; }

    /// <summary>The database, its path absolute. Demo mode has a file of its own beside it.</summary>
    public SqliteConnectionStringBuilder Database { get; }

    /// <summary>Where the keys are that protect cookies and stored passwords.</summary>
    public string KeysPath { get; }

    /// <summary>What the configuration sets that is no longer a setting, each with the reason.</summary>
    public IReadOnlyDictionary<string, string> RetiredSettings
        => Retired.Where(setting => _configuration[setting.Key] is not null).ToDictionary(setting => setting.Key, setting => setting.Value);

    /// <summary>Where the embedded server of demo mode keeps its playlists.</summary>
    public string DemoStatePath => Path.Combine(DataFolder, "demo-server.json");

    /// <summary>Where Hangfire keeps its jobs: a file of its own, so that no run waits for its journal. Demo mode has its own.</summary>
    public string JobsFile => Path.Combine(DataFolder, IsDemo ? "demo-jobs.db" : "jobs.db");

    /// <summary>The folder of the database.</summary>
    public string DataFolder => Path.GetDirectoryName(Database.DataSource)!;

    /// <summary>Reads and checks everything.</summary>
    /// <exception cref="BadConfigurationException">A value cannot be used.</exception>
    public static SpotterSettings Read(IConfiguration configuration, string contentRoot) => new(configuration, contentRoot);

    /// <summary>Checks the section of a source.</summary>
    /// <exception cref="BadConfigurationException">A value cannot be used.</exception>
    public void Check(SourceSection source)
    {
        CheckNames(source.Section, source.Options, isForOthers: null);
        foreach (var address in source.Options.GetProperties().Where(property => property.Name.EndsWith("Url", StringComparison.Ordinal)))
        {
            Read<Uri?>($"{source.Section}:{address.Name}", "an address like https://music.example.org", null, TryParseHttp);
        }

        foreach (var folder in source.Options.GetProperties().Where(property => property.Name.EndsWith("Folder", StringComparison.Ordinal)))
        {
            UseFolder($"{source.Section}:{folder.Name}");
        }
    }

    /// <summary>Makes a folder's path absolute for whoever reads the setting. One that is not there yet may come: a disk that is mounted late.</summary>
    private void UseFolder(string key)
    {
        if (Text(key) is not { } text)
        {
            return;
        }

        var path = text.Contains('\0', StringComparison.Ordinal) ? throw Bad(key, "…", "the path of a folder") : InContentRoot(text);
        _configuration[key] = File.Exists(path) ? throw Bad(key, text, "a folder, and this is a file") : path;
    }

    private static BadConfigurationException Bad(string key, string? value, string expected)
        => new($"{key} is \"{value}\", but must be {expected}.");

    private static bool TryParseHttp(string text, out Uri? address)
        => Uri.TryCreate(text, UriKind.Absolute, out address) && address.Scheme is "http" or "https" && address.Query.Length == 0;

    private static void Range<T>(string key, T value, T least, T most)
        where T : IComparable<T>, IFormattable
    {
        if (value.CompareTo(least) < 0 || value.CompareTo(most) > 0)
        {
            throw Bad(key, value.ToString(null, CultureInfo.InvariantCulture), string.Create(CultureInfo.InvariantCulture, $"from {least} to {most}"));
        }
    }

    private static void Cron(string key, string value)
    {
        if (!CronExpression.TryParse(value, out _))
        {
            throw Bad(key, value, "a cron expression of five fields, like \"0 * * * *\" for hourly");
        }
    }

    private static bool IsHeaderName(string name) => name.All(c => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-.^_`|~".Contains(c, StringComparison.Ordinal));

    private void Check()
    {
        if (!IsDemo && !TryParseHttp(Server.BaseUrl, out _))
        {
            throw Bad("Navidrome:BaseUrl", Server.BaseUrl, "an address like https://music.example.org");
        }

        foreach (var (name, value) in Server.ExtraHeaders)
        {
            if (!IsHeaderName(name) || value.Any(char.IsControl))
            {
                // The value may be a secret: it is not shown.
                throw new BadConfigurationException($"Navidrome:ExtraHeaders:{name} is no valid HTTP header.");
            }
        }

        CheckMixtapes();
        CheckMusicBrainz();
        Cron("PlaylistSync:Cron", Sync.Cron);
        Cron("Sources:RefreshCron", Sources.RefreshCron);

        Range("PlaylistSync:MaxRemovalPercent", Sync.MaxRemovalPercent, 0, 100);
        Range("PlaylistSync:MinMatchPercent", Sync.MinMatchPercent, 0, 100);
        Range("PlaylistSync:KeepUneventfulDays", Sync.KeepUneventfulDays, 0, 36_500);
        Range("PlaylistSync:LeaseSeconds", Sync.LeaseSeconds, 4, 86_400);
        Range("Matching:MinMatchConfidence", Matching.MinMatchConfidence, 0, 1);
        Range("Matching:ReviewConfidence", Matching.ReviewConfidence, 0, 1);
        Range("Matching:MaxCandidates", Matching.MaxCandidates, 1, 50);
        if (Matching.ReviewConfidence > Matching.MinMatchConfidence)
        {
            throw new BadConfigurationException("Matching:ReviewConfidence must not be above Matching:MinMatchConfidence.");
        }
    }

    private void CheckMusicBrainz()
    {
        if (MusicBrainz.Contact.Length > 0 && !MusicBrainzOptions.IsContact(MusicBrainz.Contact))
        {
            throw Bad("Matching:MusicBrainz:Contact", MusicBrainz.Contact, "a mail address or the address of a web page");
        }

        if (MusicBrainz is { Enabled: true, Contact.Length: 0 } && MusicBrainz.IsAtPublicService())
        {
            throw new BadConfigurationException("Matching:MusicBrainz:Contact is missing: MusicBrainz wants a mail address or web page of whoever runs this, with every request.");
        }
    }

    private void CheckMixtapes()
    {
        Range("Mixtapes:TimeoutSeconds", Mixtapes.TimeoutSeconds, 5, 3_600);
        if (Mixtapes.Endpoint.Length == 0)
        {
            return;
        }

        if (!TryParseHttp(Mixtapes.Endpoint, out var endpoint) || endpoint!.UserInfo.Length > 0)
        {
            // It may have a password in it: it is not shown.
            throw new BadConfigurationException("Mixtapes:Endpoint must be an address like http://localhost:11434/v1, with nothing secret in it.");
        }

        if (Mixtapes.Model.Length == 0)
        {
            throw new BadConfigurationException("Mixtapes:Model is missing: with Mixtapes:Endpoint goes the name of a model, as that server knows it.");
        }

        if (Mixtapes.ApiKey.Any(c => c is <= ' ' or > '~'))
        {
            throw new BadConfigurationException("Mixtapes:ApiKey holds a character that no key can have, perhaps a blank or a line break at its end.");
        }
    }

    /// <param name="sectionName">The section.</param>
    /// <param name="isForOthers">What in it is not this type's, but has a reader of its own; none by default.</param>
    private T Bind<T>(string sectionName, Func<IConfigurationSection, bool>? isForOthers = null)
        where T : new()
    {
        CheckNames(sectionName, typeof(T), isForOthers);
        return _configuration.GetSection(sectionName).Get<T>() ?? new T();
    }

    private void CheckNames(string sectionName, Type type, Func<IConfigurationSection, bool>? isForOthers)
    {
        var section = _configuration.GetSection(sectionName);
        var properties = type.GetProperties().ToDictionary(property => property.Name, StringComparer.OrdinalIgnoreCase);
        foreach (var child in section.GetChildren().Where(child => isForOthers?.Invoke(child) != true && !Retired.ContainsKey($"{sectionName}:{child.Key}")))
        {
            if (!properties.TryGetValue(child.Key, out var property))
            {
                throw new BadConfigurationException($"{sectionName}:{child.Key} is not a setting. There are: {string.Join(", ", properties.Keys)}.");
            }

            try
            {
                _ = child.Get(property.PropertyType);
            }
            catch (InvalidOperationException)
            {
                throw Bad($"{sectionName}:{property.Name}", child.Value, Expected(property.PropertyType));
            }
        }
    }

    private static string Expected(Type type) => type switch
    {
        _ when type == typeof(bool) => "true or false",
        _ when type == typeof(int) => "a whole number",
        _ when type == typeof(double) => "a number with a decimal point, like 0.80",
        _ => "a text",
    };

    private string? Text(string key) => _configuration[key] is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    private T Read<T>(string key, string expected, T fallback, TryParse<T> parse)
        => Text(key) is not { } text ? fallback : parse(text, out var value) ? value : throw Bad(key, text, expected);

    private IPAddress ReadProxy(IConfigurationSection entry)
        => IPAddress.TryParse(entry.Value, out var address) ? address : throw Bad($"ForwardedHeaders:KnownProxies:{entry.Key}", entry.Value, "an IP address");

    private SqliteConnectionStringBuilder ReadDatabase()
    {
        var text = _configuration.GetConnectionString("Spotter") is { Length: > 0 } configured ? configured : "Data Source=data/spotter.db";
        SqliteConnectionStringBuilder database;
        try
        {
            database = new SqliteConnectionStringBuilder(text);
        }
        catch (ArgumentException exception)
        {
            throw new BadConfigurationException($"ConnectionStrings:Spotter cannot be read: {exception.Message}");
        }

        if (database.DataSource is "" or ":memory:" || database.Mode is SqliteOpenMode.Memory or SqliteOpenMode.ReadOnly)
        {
            throw new BadConfigurationException("ConnectionStrings:Spotter must name a file that can be written, like \"Data Source=data/spotter.db\".");
        }

        // Writers wait for each other; without this SQLite gives up at once.
        if (!database.ShouldSerialize("Default Timeout"))
        {
            database.DefaultTimeout = 30;
        }

        database.DataSource = InContentRoot(database.DataSource);
        if (IsDemo)
        {
            database.DataSource = Path.Combine(Path.GetDirectoryName(database.DataSource)!, "demo.db");
        }

        return database;
    }

    private string InContentRoot(string path) => Path.GetFullPath(path, _contentRoot);
}
