namespace Spotter.Core.Accounts;

/// <summary>What a user says when their server was set up from scratch. Stored as text.</summary>
public enum RenewalAnswer
{
    /// <summary>Every playlist is created again; lists that are there already stay as they are.</summary>
    CreateAll,

    /// <summary>A playlist goes on with the only list of its name that holds at least half of its songs; each of the others is asked about.</summary>
    PairCertain,

    /// <summary>Each playlist is asked about.</summary>
    LookAtEach,
}
