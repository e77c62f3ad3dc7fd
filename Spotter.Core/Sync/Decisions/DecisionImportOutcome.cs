namespace Spotter.Core.Sync.Decisions;

/// <summary>What becomes of a decision from a file.</summary>
public enum DecisionImportOutcome
{
    /// <summary>It is new.</summary>
    New,

    /// <summary>It takes the place of an earlier decision of the user.</summary>
    Replaces,

    /// <summary>The user has decided so already.</summary>
    AlreadyKnown,

    /// <summary>The user has decided otherwise since.</summary>
    LaterStays,

    /// <summary>It cannot be imported.</summary>
    NotImported,
}
