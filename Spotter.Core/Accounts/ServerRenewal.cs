namespace Spotter.Core.Accounts;

/// <summary>That the server behind an account was set up from scratch: its database was lost, or another server answers at the address.</summary>
public sealed class ServerRenewal
{
    /// <summary>When a read of the library last found under a tenth of the known songs, and nobody has looked at the lists since; null otherwise.</summary>
    public DateTimeOffset? SuspectedAt { get; set; }

    /// <summary>How many songs were known by their ids before that read.</summary>
    public int KnownSongs { get; set; }

    /// <summary>How many of them it found under those ids, or under what an upgrade makes of them.</summary>
    public int FoundSongs { get; set; }

    /// <summary>When it was seen that the lists are gone too; null where the server is the one that we know.</summary>
    public DateTimeOffset? RecognisedAt { get; set; }

    /// <summary>What the user said then; null while they have not.</summary>
    public RenewalAnswer? Answer { get; set; }

    /// <summary>Whether the user is asked, so that nothing is changed by itself.</summary>
    public bool IsUnanswered => RecognisedAt is not null && Answer is null;
}
