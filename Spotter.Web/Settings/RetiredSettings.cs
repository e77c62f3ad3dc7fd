namespace Spotter.Web.Settings;

/// <summary>Settings of earlier versions that no longer have an effect, each with the reason. They do not prevent a start, since everybody
/// who upgrades may have them.</summary>
public static class RetiredSettings
{
    /// <summary>The reason by key.</summary>
    public static IReadOnlyDictionary<string, string> Reasons { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["Matching:MinLead"] = "Close rivals share their confidence, so Matching:MinMatchConfidence alone decides.",
    };

    /// <summary>The retired settings that the configuration sets.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Find(IConfiguration configuration)
        => Reasons.Where(setting => configuration[setting.Key] is not null);
}
