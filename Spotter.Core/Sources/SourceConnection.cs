using Spotter.Core.Facts;
using Spotter.Core.Scheduling;

namespace Spotter.Core.Sources;

/// <summary>A user's connection to a service: the account, the state, and what is followed.</summary>
public sealed class SourceConnection
{
    /// <summary>Spotter's own id.</summary>
    public int Id { get; set; }

    /// <summary>The owner.</summary>
    public int UserId { get; set; }

    /// <summary>The kind of the service ("listenbrainz"). A connection of a kind that is no longer registered is shown and kept.</summary>
    public required string Kind { get; set; }

    /// <summary>The service's id of the account. Empty for public links, which have none. Unique per user and kind.</summary>
    public string OwnerId { get; set; } = "";

    /// <summary>The account's display name. Empty for public links.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>The form's values that are not secret.</summary>
    public Dictionary<string, string> Settings { get; set; } = [];

    /// <summary>The secrets, encrypted (<see cref="SourceSecrets"/>). Null if there are none.</summary>
    public string? ProtectedSecrets { get; set; }

    /// <summary>The state of the connection.</summary>
    public SourceConnectionState State { get; set; }

    /// <summary>What is wrong. Null if nothing is.</summary>
    public Fact? Problem { get; set; }

    /// <summary>The number of failures in a row.</summary>
    public int Failures { get; set; }

    /// <summary>When it was last read completely.</summary>
    public DateTimeOffset? LastSucceededAt { get; set; }

    /// <summary>The earliest time of the next try. Null follows the schedule.</summary>
    public DateTimeOffset? NextTryAt { get; set; }

    /// <summary>When the service ends the sign-in in any case. Null if it does not.</summary>
    public DateTimeOffset? SignInEndsAt { get; set; }

    /// <summary>Whether new playlists at the source are added automatically.</summary>
    public bool AddsNewPlaylists { get; set; }

    /// <summary>Whether those are synced from the start.</summary>
    public bool SyncsNewPlaylists { get; set; }

    /// <summary>What the source listed at the last check for new playlists: anything else is new. Null if there was no check yet.</summary>
    public List<string>? SeenRemoteIds { get; set; }

    /// <summary>Playlists that the user chose and that have not been read yet.</summary>
    public List<WantedPlaylist> Wanted { get; set; } = [];

    /// <summary>When it was created.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it is read next. Null if it waits for its user, or if its schedule has no next time.</summary>
    public DateTimeOffset? NextRead(Schedules schedules) => State switch
    {
        SourceConnectionState.Working => schedules.NextRead(Id),
        SourceConnectionState.Retrying => NextTryAt ?? schedules.NextRead(Id),
        SourceConnectionState.NeedsUser => null,
    };

    /// <summary>Whether it only follows public links and has no account to sign in to.</summary>
    public bool IsForLinks => OwnerId.Length == 0;
}
