using Spotter.Core.Matching.Text;

namespace Spotter.Web.Wording;

/// <summary>Display names of versions.</summary>
public static class VersionNames
{
    /// <summary>The version in words: "studio", "live (wembley)", "acoustic, live".</summary>
    public static string Of(TitleVersion version)
    {
        ArgumentNullException.ThrowIfNull(version);
        if (version.Kinds == VersionKinds.None)
        {
            return "studio";
        }

        var qualifier = string.Join(' ', version.Qualifier.Distinct(StringComparer.Ordinal).Take(6));
        if (version.Kinds == VersionKinds.Named)
        {
            // "swedish", "dfa": the qualifier is its only name.
            return qualifier.Length > 0 ? qualifier : NameOf(VersionKinds.Named);
        }

        var names = string.Join(", ", Enum.GetValues<VersionKinds>()
            .Where(kind => kind != VersionKinds.None && version.Kinds.HasFlag(kind))
            .Select(NameOf));
        return qualifier.Length > 0 ? $"{names} ({qualifier})" : names;
    }

    private static string NameOf(VersionKinds kind)
        => kind switch
        {
            VersionKinds.Live => "live",
            VersionKinds.Acoustic => "acoustic",
            VersionKinds.Remix => "remix",
            VersionKinds.Demo => "demo",
            VersionKinds.Instrumental => "instrumental",
            VersionKinds.Karaoke => "karaoke",
            VersionKinds.ACappella => "a cappella",
            VersionKinds.Edit => "edit",
            VersionKinds.Extended => "extended",
            VersionKinds.ReRecorded => "re-recorded",
            VersionKinds.Cover => "cover",
            VersionKinds.SpedUp => "sped up",
            VersionKinds.Slowed => "slowed",
            VersionKinds.Orchestral => "orchestral",
            VersionKinds.Piano => "piano",
            VersionKinds.Session => "session",
            VersionKinds.Interlude => "interlude",
            VersionKinds.Reprise => "reprise",
            VersionKinds.Medley => "medley",
            VersionKinds.Chiptune => "8-bit",
            VersionKinds.Alternate => "alternate",
            VersionKinds.Commentary => "commentary",
            VersionKinds.Named => "other",
            VersionKinds.None => "studio",
        };
}
