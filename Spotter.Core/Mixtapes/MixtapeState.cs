namespace Spotter.Core.Mixtapes;

/// <summary>How the last making of a mixtape ended. Stored as text.</summary>
public enum MixtapeState
{
    /// <summary>Successfully, or it was never made.</summary>
    Ready,

    /// <summary>It failed, and is tried again automatically at a known time.</summary>
    Retrying,

    /// <summary>It failed, and another try would not help: the user asks again, or the schedule does.</summary>
    Failed,

    /// <summary>The model server refuses: the administrator must correct the settings, and the next start of Spotter tries again.</summary>
    NeedsAdministrator,
}
