using Spotter.Core.Facts;
using Spotter.Core.Scheduling;

namespace Spotter.Core.Sources;

/// <summary>A user's connection to a service: whose account, how it stands, what of it is followed.</summary>
public sealed class SourceConnection
{
    /// <summary>Our own id.</summary>
    public int Id { get; set; }

    /// <summary>Whose it is.</summary>
    public int UserId { get; set; }

    /// <summary>The kind of the service ("listenbrainz"). One that nobody registers any more is shown and kept.</summary>
    public required string Kind { get; set; }

    /// <summary>The service's id of the account; empty for public links, which have none. Unique for user and kind.</summary>
    public string OwnerId { get; set; } = "";

    /// <summary>What people call the account; empty for public links.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>The values of the form that are no secrets.</summary>
    public Dictionary<string, string> Settings { get; set; } = [];

    /// <summary>The secrets, encrypted (<see cref="SourceSecrets"/>); null where there are none.</summary>
    public string? ProtectedSecrets { get; set; }

    /// <summary>How it stands.</summary>
    public SourceConnectionState State { get; set; }

    /// <summary>What is wrong; null where nothing is.</summary>
    public Fact? Problem { get; set; }

    /// <summary>Failures in a row.</summary>
    public int Failures { get; set; }

    /// <summary>When it was last read to the end.</summary>
    public DateTimeOffset? LastSucceededAt { get; set; }

    /// <summary>Not to be tried before; null follows the schedule.</summary>
    public DateTimeOffset? NextTryAt { get; set; }

    /// <summary>When the service ends the sign-in whatever happens; null where it does not.</summary>
    public DateTimeOffset? SignInEndsAt { get; set; }

    /// <summary>Whether playlists that turn up at the source are added by themselves.</summary>
    public bool AddsNewPlaylists { get; set; }

    /// <summary>Whether those are kept in sync from the start.</summary>
    public bool SyncsNewPlaylists { get; set; }

    /// <summary>What the source listed when new ones were last looked for: what is not among them is new. Null where it was never looked.</summary>
    public List<string>? SeenRemoteIds { get; set; }

    /// <summary>What the user chose and has not been read yet.</summary>
    public List<WantedPlaylist> Wanted { get; set; } = [];

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it is read next; null where it waits for its user, or its schedule names no time.</summary>
    public DateTimeOffset? NextRead(Schedules schedules) => State switch
    {
        SourceConnectionState.Working => schedules.NextRead(Id),
        SourceConnectionState.Retrying => NextTryAt ?? schedules.NextRead(Id),
        SourceConnectionState.NeedsUser => null,
    };

    /// <summary>Whether it follows public links only, and has no account to sign in to.</summary>
    public bool IsForLinks => OwnerId.Length == 0;
}
