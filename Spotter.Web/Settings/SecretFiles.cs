using Spotter.Core.Settings;

namespace Spotter.Web.Settings;

/// <summary>
/// Settings whose values are in files, so that no environment variable and no list of processes shows them: "Mixtapes__ApiKey__FILE" names
/// a file, and each file in /run/secrets, where containers find their secrets, sets what it is named after. A file wins over any other
/// source.
/// </summary>
public sealed class SecretFiles : ConfigurationProvider, IConfigurationSource
{
    /// <summary>The setting that names the folder.</summary>
    public const string FolderSetting = "SecretsFolder";

    /// <summary>Where Docker, Podman and Kubernetes put secrets.</summary>
    public const string DefaultFolder = "/run/secrets";

    /// <summary>The last part of a key that names a file.</summary>
    public const string FileKey = "FILE";

    private const string Suffix = ":" + FileKey;

    private readonly Dictionary<string, string> _files = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _problems = [];

    private SecretFiles(IConfiguration configuration, IReadOnlySet<string> groups)
    {
        var folder = configuration[FolderSetting] is { Length: > 0 } configured ? configured : DefaultFolder;
        foreach (var path in Directory.Exists(folder) ? Directory.EnumerateFiles(folder) : [])
        {
            var key = Path.GetFileName(path).Replace("__", ":", StringComparison.Ordinal);
            if (IsOurs(key))
            {
                Read(key, path);
            }
        }

        foreach (var (key, path) in configuration.AsEnumerable().Where(pair => pair.Key.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase) && IsOurs(pair.Key)).ToList())
        {
            if (!string.IsNullOrWhiteSpace(path))
            {
                Read(key[..^Suffix.Length], path.Trim());
            }
        }

        // The folder has whatever else the machine keeps there.
        bool IsOurs(string key) => groups.Contains(key.Split(':')[0]);
    }

    /// <summary>What could not be read, one line each.</summary>
    public IReadOnlyList<string> Problems => _problems;

    /// <summary>Adds the files that this configuration names.</summary>
    public static void AddTo(IConfigurationManager configuration, IReadOnlyList<SettingsSection> sections)
        => configuration.Add(new SecretFiles(configuration, KnownKeys.Groups(sections)));

    /// <summary>The problems of all that were added to the configuration.</summary>
    public static IEnumerable<string> FindProblems(IConfiguration configuration)
        => configuration is IConfigurationRoot root ? root.Providers.OfType<SecretFiles>().SelectMany(files => files.Problems) : [];

    /// <summary>The file that sets this key, or null.</summary>
    public string? FindFile(string key) => _files.GetValueOrDefault(key);

    public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

    private void Read(string key, string path)
    {
        try
        {
            // Editors and "echo" end a file with a line break.
            Data[key] = File.ReadAllText(path).TrimEnd('\r', '\n');
            _files[key] = path;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            _problems.Add($"the file of {key}, {path}, cannot be read: {exception.Message}");
        }
    }
}
