namespace Spotter.Web.Verbs.Doctor;

/// <summary>What a finding means for the administrator.</summary>
public enum FindingKind
{
    Good,
    Note,
    Wrong,
}
