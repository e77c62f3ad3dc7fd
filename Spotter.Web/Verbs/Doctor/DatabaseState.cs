namespace Spotter.Web.Verbs.Doctor;

/// <summary>What this version can do with the database.</summary>
public enum DatabaseState
{
    Missing,
    Away,
    Older,
    Current,
    Newer,
    Unusable,
}
