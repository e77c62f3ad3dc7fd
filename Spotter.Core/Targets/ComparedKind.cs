namespace Spotter.Core.Targets;

/// <summary>How a row of a playlist's source and a row of its target go together.</summary>
public enum ComparedKind
{
    /// <summary>Both have it, in the same order as the rest.</summary>
    Same,

    /// <summary>Both have it, but on the server in another order among the rows that both have.</summary>
    OutOfOrder,

    /// <summary>The track is matched, but its song is not on the server.</summary>
    NotThere,

    /// <summary>The track has no song that could be on the server.</summary>
    Unmatched,

    /// <summary>Only the server has it.</summary>
    Extra,
}
