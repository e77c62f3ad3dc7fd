using Spotter.Core.Facts;

namespace Spotter.Core.Targets;

/// <summary>What the safety rules look at.</summary>
public sealed record SafetyFacts
{
    /// <summary>The target's name, for the message.</summary>
    public required string Name { get; init; }

    /// <summary>What the server is called, for the message.</summary>
    public ServerName Server { get; init; }

    /// <summary>Source tracks at the last write; 0 where there was none.</summary>
    public required int SourceBefore { get; init; }

    /// <summary>Source tracks now.</summary>
    public required int SourceNow { get; init; }

    /// <summary>Songs in the library at the last write; 0 where there was none.</summary>
    public required int LibraryBefore { get; init; }

    /// <summary>Songs in the library now.</summary>
    public required int LibraryNow { get; init; }

    /// <summary>Songs in the target as found on the server; 0 where it is to be created.</summary>
    public required int TargetNow { get; init; }

    /// <summary>Songs that the target would hold.</summary>
    public required int TargetAfter { get; init; }

    /// <summary>Whether Spotter never wrote this target before.</summary>
    public required bool IsFirstWrite { get; init; }

    /// <summary>Whether the server was set up from scratch and this write waits for what the user says to that.</summary>
    public bool IsServerRenewed { get; init; }

    /// <summary>Whether a target that we knew is gone from the server.</summary>
    public bool IsTargetGone { get; init; }

    /// <summary>Where it is gone: how many lists of the server could be it.</summary>
    public int Candidates { get; init; }

    /// <summary>Whether the user already agreed to this source content's being shorter.</summary>
    public bool IsShrinkApproved { get; init; }
}
