using Spotter.Core.Facts;

namespace Spotter.Core.Targets;

/// <summary>What the safety rules judge.</summary>
public sealed record SafetyFacts
{
    /// <summary>The target's name, for the message.</summary>
    public required string Name { get; init; }

    /// <summary>The server's name, for the message.</summary>
    public ServerName Server { get; init; }

    /// <summary>The number of source tracks at the last write. 0 if there was none.</summary>
    public required int SourceBefore { get; init; }

    /// <summary>The number of source tracks now.</summary>
    public required int SourceNow { get; init; }

    /// <summary>The number of songs in the library at the last write. 0 if there was none.</summary>
    public required int LibraryBefore { get; init; }

    /// <summary>The number of songs in the library now.</summary>
    public required int LibraryNow { get; init; }

    /// <summary>The number of songs in the target as found on the server. 0 if it is to be created.</summary>
    public required int TargetNow { get; init; }

    /// <summary>The number of songs that the target would hold.</summary>
    public required int TargetAfter { get; init; }

    /// <summary>Whether Spotter has never written to this target.</summary>
    public required bool IsFirstWrite { get; init; }

    /// <summary>Whether the server was set up from scratch and this write waits for the user's answer.</summary>
    public bool IsServerRenewed { get; init; }

    /// <summary>Whether a known target is gone from the server.</summary>
    public bool IsTargetGone { get; init; }

    /// <summary>If it is gone: how many lists on the server could be it.</summary>
    public int Candidates { get; init; }

    /// <summary>Whether the user has already agreed that this source content is shorter.</summary>
    public bool IsShrinkApproved { get; init; }
}
