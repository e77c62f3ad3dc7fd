namespace Spotter.Core.Mixtapes;

/// <summary>How often a mixtape is refreshed. Stored as text.</summary>
public enum MixtapeSchedule
{
    /// <summary>Only when somebody asks.</summary>
    Never,

    /// <summary>Each day.</summary>
    Daily,

    /// <summary>Each week.</summary>
    Weekly,

    /// <summary>Each month.</summary>
    Monthly,
}
