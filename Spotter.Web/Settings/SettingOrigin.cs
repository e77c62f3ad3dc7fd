using Microsoft.Extensions.Configuration.CommandLine;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Configuration.Json;

namespace Spotter.Web.Settings;

/// <summary>Where the value of a setting comes from, and so where to change it.</summary>
public static class SettingOrigin
{
    /// <summary>In words: "the default", or the place that wins over all others.</summary>
    public static string Describe(IConfiguration configuration, string key) => Find(configuration, key) ?? "the default";

    private static string? Find(IConfiguration configuration, string key)
        => configuration is not IConfigurationRoot root ? null
            : root.Providers.Reverse().Where(provider => Sets(provider, key)).Select(provider => Describe(provider, key)).FirstOrDefault();

    /// <summary>A list has no value of its own, but its entries have.</summary>
    private static bool Sets(IConfigurationProvider provider, string key)
        => provider.TryGet(key, out var value) ? !string.IsNullOrEmpty(value) : provider.GetChildKeys([], key).Any(child => !child.Equals(SecretFiles.FileKey, StringComparison.OrdinalIgnoreCase));

    private static string Describe(IConfigurationProvider provider, string key) => provider switch
    {
        SecretFiles files when files.FindFile(key) is { } file => $"the file {file}",
        SecretFiles => "a file",
        JsonConfigurationProvider json => json.Source.Path ?? "a settings file",
        EnvironmentVariablesConfigurationProvider => $"the environment variable {key.Replace(":", "__", StringComparison.Ordinal)}",
        CommandLineConfigurationProvider => $"the argument --{key}",
        ChainedConfigurationProvider chained => Find(chained.Configuration, key) ?? "the host",
        _ => "the host",
    };
}
