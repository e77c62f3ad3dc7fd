namespace Spotter.Web.Settings;

/// <summary>Settings of earlier versions that would do nothing now, each with the reason. They stop no start: whoever upgrades has them.</summary>
public static class RetiredSettings
{
    /// <summary>The reason by key.</summary>
    public static IReadOnlyDictionary<string, string> Reasons { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["Matching:MinLead"] = "Close rivals share their confidence, so Matching:MinMatchConfidence alone decides.",
    };

    /// <summary>What the configuration sets of these.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Find(IConfiguration configuration)
        => Reasons.Where(setting => configuration[setting.Key] is not null);
}
