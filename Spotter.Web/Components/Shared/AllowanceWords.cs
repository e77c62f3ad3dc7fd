using Spotter.Core.Matching;

namespace Spotter.Web.Components.Shared;

/// <summary>The words for what playlists allow, the same on every page.</summary>
public static class AllowanceWords
{
    /// <summary>Everything that is allowed: "other versions and other lengths". What includes another is enough.</summary>
    public static string Of(MatchAllowances allows)
    {
        string?[] names =
        [
            allows.HasFlag(MatchAllowances.OtherVersion) ? "other versions" : allows.HasFlag(MatchAllowances.RadioEdit) ? "radio edits" : null,
            allows.HasFlag(MatchAllowances.OtherLength) ? "other lengths" : null,
        ];
        return string.Join(" and ", names.Where(name => name is not null));
    }

    /// <summary>What a change says: "“Road trip” takes other versions from now on."</summary>
    public static string Changed(string playlist, MatchAllowances allows)
        => allows == MatchAllowances.None ? $"“{playlist}” takes only what its source names." : $"“{playlist}” takes {Of(allows)} where nothing closer is there.";
}
