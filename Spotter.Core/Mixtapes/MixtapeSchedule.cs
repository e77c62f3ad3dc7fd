namespace Spotter.Core.Mixtapes;

/// <summary>How often a mixtape is refreshed. Stored as text.</summary>
public enum MixtapeSchedule
{
    /// <summary>Only on request.</summary>
    Never,

    /// <summary>Every day.</summary>
    Daily,

    /// <summary>Every week.</summary>
    Weekly,

    /// <summary>Every month.</summary>
    Monthly,
}
