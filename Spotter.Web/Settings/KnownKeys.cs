using Spotter.Core.Matching.Text;
using Spotter.Core.Settings;

namespace Spotter.Web.Settings;

/// <summary>The keys of all settings, to recognise those that are none.</summary>
public static class KnownKeys
{
    /// <summary>What is read before there are options.</summary>
    private static readonly string[] Early =
    [
        "Urls", "PublicUrl", "AllowedHosts", SecretFiles.FolderSetting, "ForwardedHeaders:KnownProxies", "ForwardedHeaders:KnownNetworks", "ConnectionStrings:Spotter",
        "DataProtection:KeysPath", "Demo:AllowRemote",
    ];

    /// <summary>More mistakes than this are another word.</summary>
    private const int MostMistakes = 3;

    /// <summary>A shorter name is near to too many others.</summary>
    private const int ShortestName = 5;

    /// <summary>All keys.</summary>
    public static IEnumerable<string> All(IReadOnlyList<SettingsSection> sections)
        => Early.Concat(sections.SelectMany(section => section.Type.GetProperties().Select(property => $"{section.Name}:{property.Name}")));

    /// <summary>The first parts of all keys.</summary>
    public static IReadOnlySet<string> Groups(IReadOnlyList<SettingsSection> sections)
        => All(sections).Select(key => key.Split(':')[0]).ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>A line for each key that looks like a setting of Spotter and is none, with the one that was probably meant.</summary>
    public static IReadOnlyList<string> FindUnknown(IConfiguration configuration, IReadOnlyList<SettingsSection> sections)
    {
        var known = All(sections).ToList();
        var groups = Groups(sections);
        return
        [
            .. from given in configuration.GetChildren()
               where !groups.Contains(given.Key) && given.Key.Length >= ShortestName
               let meant = Nearest(given.Key, groups)
               where meant is not null
               select $"{given.Key} is not a setting and has no effect. Did you mean {meant}?",
            .. from section in groups
               from key in Leaves(configuration.GetSection(section), known)
               where !RetiredSettings.Reasons.ContainsKey(key)
               select Describe(key, known),
        ];
    }

    private static string Describe(string key, IReadOnlyList<string> known)
    {
        var start = key[..(key.LastIndexOf(':') + 1)];
        var there = known.Where(other => other.StartsWith(start, StringComparison.OrdinalIgnoreCase)).Select(other => other[start.Length..].Split(':')[0]).Distinct().ToList();
        return Nearest(key, known) is { } meant ? $"{key} is not a setting and has no effect. Did you mean {meant}?"
            : there.Count > 0 ? $"{key} is not a setting and has no effect. There are: {string.Join(", ", there)}."
            : $"{key} is not a setting and has no effect.";
    }

    /// <summary>The unknown keys below a section: neither a setting, nor a part of one, nor a group of settings.</summary>
    private static IEnumerable<string> Leaves(IConfigurationSection section, IReadOnlyList<string> known)
    {
        if (known.Any(key => key.Equals(section.Path, StringComparison.OrdinalIgnoreCase)))
        {
            return [];
        }

        return known.Any(key => key.StartsWith(section.Path + ":", StringComparison.OrdinalIgnoreCase))
            ? section.GetChildren().SelectMany(child => Leaves(child, known))
            : [section.Path];
    }

    private static string? Nearest(string key, IEnumerable<string> known)
    {
        var best = known.Select(other => (Key: other, Mistakes: Levenshtein.DistanceWithSwaps(key.ToUpperInvariant(), other.ToUpperInvariant()))).MinBy(other => other.Mistakes);
        return best.Mistakes <= Math.Min(MostMistakes, key.Length / 4) ? best.Key : null;
    }
}
