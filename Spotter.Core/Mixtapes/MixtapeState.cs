namespace Spotter.Core.Mixtapes;

/// <summary>How the last making of a mixtape ended. Stored as text.</summary>
public enum MixtapeState
{
    /// <summary>Well, or it was never made.</summary>
    Ready,

    /// <summary>It failed, and is tried again by itself at a time that is known.</summary>
    Retrying,

    /// <summary>It failed, and trying the same again would help nobody: the user asks anew, or the schedule does.</summary>
    Failed,

    /// <summary>The model server refuses: the administrator corrects the settings, and the next start of Spotter tries again.</summary>
    NeedsAdministrator,
}
