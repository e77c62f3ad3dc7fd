namespace Spotter.Core.Accounts;

/// <summary>Whether the server behind an account was set up from scratch: its database was lost, or another server answers at the address.</summary>
public sealed class ServerRenewal
{
    /// <summary>When a read of the library last found less than a tenth of the known songs, if nobody has checked the lists since; null otherwise.</summary>
    public DateTimeOffset? SuspectedAt { get; set; }

    /// <summary>How many songs were known by id before that read.</summary>
    public int KnownSongs { get; set; }

    /// <summary>How many of them it found under these ids, or under what an upgrade makes of them.</summary>
    public int FoundSongs { get; set; }

    /// <summary>When it turned out that the lists are gone too; null if the server is the known one.</summary>
    public DateTimeOffset? RecognisedAt { get; set; }

    /// <summary>What the user decided; null while the question is open.</summary>
    public RenewalAnswer? Answer { get; set; }

    /// <summary>Whether the question is open, so that nothing changes by itself.</summary>
    public bool IsUnanswered => RecognisedAt is not null && Answer is null;
}
