namespace Spotter.Core.Accounts;

/// <summary>What a user decided after their server was set up from scratch. Stored as text.</summary>
public enum RenewalAnswer
{
    /// <summary>Every playlist is created again; existing lists stay as they are.</summary>
    CreateAll,

    /// <summary>A playlist continues with the only list of its name that holds at least half of its songs; the user is asked about the others.</summary>
    PairCertain,

    /// <summary>The user is asked about each playlist.</summary>
    LookAtEach,
}
