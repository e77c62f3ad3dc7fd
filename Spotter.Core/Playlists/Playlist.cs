using Spotter.Core.Facts;
using Spotter.Core.Matching;
using Spotter.Core.Targets;

namespace Spotter.Core.Playlists;

/// <summary>A playlist of one user: its source, its content, and the state of its target.</summary>
public sealed class Playlist
{
    /// <summary>Spotter's own id.</summary>
    public int Id { get; set; }

    /// <summary>The owner.</summary>
    public int UserId { get; set; }

    /// <summary>The account whose library is searched and that owns the target.</summary>
    public int AccountId { get; set; }

    /// <summary>The kind of the provider that it comes from ("file"). A playlist of an unknown kind is shown and kept.</summary>
    public required string Source { get; set; }

    /// <summary>The source's own id. Unique per user and source.</summary>
    public required string RemoteId { get; set; }

    /// <summary>Its name at the source.</summary>
    public required string Name { get; set; }

    /// <summary>The source's description, or null.</summary>
    public string? Description { get; set; }

    /// <summary>The cover id on the music server or the address of the source's image, or null.</summary>
    public string? Image { get; set; }

    /// <summary>The address of its page at the source, or null.</summary>
    public string? ExternalUrl { get; set; }

    /// <summary>The number of tracks at the source.</summary>
    public int TrackCount { get; set; }

    /// <summary>The sum of the known lengths, in milliseconds.</summary>
    public long DurationMs { get; set; }

    /// <summary>The connection that keeps it current. Null if there is none: a file, or a service that was disconnected.</summary>
    public int? ConnectionId { get; set; }

    /// <summary>The source's version of the content as last read. Null if the source has none.</summary>
    public string? SourceVersion { get; set; }

    /// <summary>Why it could not be read again although its connection works. Null if it could.</summary>
    public Fact? SourceError { get; set; }

    /// <summary>A hash of the source's tracks in order. It changes with the content.</summary>
    public string? SourceFingerprint { get; set; }

    /// <summary>The fingerprint of content whose shrinking the user approved at import, so that the shrink rules do not ask
    /// again.</summary>
    public string? ApprovedSourceFingerprint { get; set; }

    /// <summary>Whether the playlist is gone at its source. It is kept and never emptied.</summary>
    public bool IsGoneAtSource { get; set; }

    /// <summary>When it was first seen.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it was last read from its source, whether or not anything had changed.</summary>
    public DateTimeOffset RefreshedAt { get; set; }

    /// <summary>
    /// When a read last found a change: other tracks, another order or name, or other metadata. Null for a row of an earlier version that
    /// was not read since.
    /// </summary>
    public DateTimeOffset? SourceChangedAt { get; set; }

    /// <summary>The word in the target's comment that identifies a lost target.</summary>
    public string Marker { get; set; } = TargetMarker.Create();

    /// <summary>Whether sync is on.</summary>
    public bool SyncEnabled { get; set; }

    /// <summary>The target's id on the server. A cache, not an identity.</summary>
    public string? NavidromePlaylistId { get; set; }

    /// <summary>The id of the list that stayed on the server when sync was switched off. Switching it on again continues with that list.
    /// Null if there is none.</summary>
    public string? LeftTargetId { get; set; }

    /// <summary>The name that the user gave the target. Null follows the source.</summary>
    public string? NameOverride { get; set; }

    /// <summary>What happens to changes that somebody makes to the target on the server.</summary>
    public EditPolicy EditPolicy { get; set; }

    /// <summary>What may be written without asking although the source names something else.</summary>
    public MatchAllowances Allows { get; set; }

    /// <summary>The status of the sync.</summary>
    public SyncStatus Status { get; set; }

    /// <summary>What is wrong. Null if nothing is.</summary>
    public Fact? SyncError { get; set; }

    /// <summary>The safety rule that holds the sync back, or null.</summary>
    public SafetyRule? HeldBackRule { get; set; }

    /// <summary>The fingerprint of the plan that was held back, which "apply anyway" approves. Otherwise null.</summary>
    public string? HeldBackPlan { get; set; }

    /// <summary>The operation that was held back, which an approval repeats. Otherwise null.</summary>
    public SyncOperation? HeldBackOperation { get; set; }

    /// <summary>The number of tracks matched automatically or by a pin at the last matching.</summary>
    public int MatchedCount { get; set; }

    /// <summary>The number of tracks in review at the last matching.</summary>
    public int ReviewCount { get; set; }

    /// <summary>The number of tracks without a match at the last matching.</summary>
    public int MissingCount { get; set; }

    /// <summary>When its tracks were last matched. A library read since then may have more of them.</summary>
    public DateTimeOffset? MatchedAt { get; set; }

    /// <summary>When every row was last matched, including already matched ones. Null before the first time.</summary>
    public DateTimeOffset? MatchedInFullAt { get; set; }

    /// <summary>A hash of the matcher and its thresholds at that time. If it changes, every track is matched again.</summary>
    public string? MatchedBy { get; set; }

    /// <summary>The <see cref="SourceFingerprint"/> whose tracks were last matched. If it differs or is null, the target is outdated and a
    /// sync is due.</summary>
    public string? MatchedSource { get; set; }

    /// <summary>The number of tracks that were newly matched at <see cref="NewlyMatchedAt"/>.</summary>
    public int NewlyMatchedCount { get; set; }

    /// <summary>When tracks without a match were last matched. Null for never.</summary>
    public DateTimeOffset? NewlyMatchedAt { get; set; }

    /// <summary>The number of tracks in review or without a match.</summary>
    public int UnmatchedCount => ReviewCount + MissingCount;

    /// <summary>The number of tracks at the last matching. 0 before the first.</summary>
    public int TotalCount => MatchedCount + ReviewCount + MissingCount;

    /// <summary>The percentage of tracks matched, 0 to 100 with one decimal. 0 before the first matching.</summary>
    public double MatchPercentage => TotalCount == 0 ? 0 : Math.Round(100.0 * MatchedCount / TotalCount, 1);

    /// <summary>When a run last ended with the target as it should be.</summary>
    public DateTimeOffset? LastSyncedAt { get; set; }

    /// <summary>A hash of what source and matches asked for at the last write: song ids, name, comment.</summary>
    public string? DesiredFingerprint { get; set; }

    /// <summary>A hash of the target's song ids as the last write left it. If it differs, somebody else edited the target.</summary>
    public string? TargetFingerprint { get; set; }

    /// <summary>The target's time of change according to the server, at the last check. If it is still the same, nobody has changed the
    /// target. Null if unknown.</summary>
    public DateTimeOffset? TargetChangedAt { get; set; }

    /// <summary>The target's name as we last set or saw it. A different name on the server is the user's.</summary>
    public string? TargetName { get; set; }

    /// <summary>The number of source tracks at the last write, which the shrink rules compare with.</summary>
    public int SourceCountAtWrite { get; set; }

    /// <summary>The number of songs in the library at the last write, which the shrink rules compare with.</summary>
    public int LibraryCountAtWrite { get; set; }

    /// <summary>When a run that has not ended yet was first requested. Null if none is.</summary>
    public DateTimeOffset? SyncWantedAt { get; set; }

    /// <summary>The earliest time to start. Null for at once.</summary>
    public DateTimeOffset? NotBefore { get; set; }

    /// <summary>What a queued run waits for, such as a scan; or null.</summary>
    public Fact? WaitingFor { get; set; }

    /// <summary>Whether the run that is wanted waits for nothing but more decisions of its user.</summary>
    public bool IsGathering => this is { SyncWantedAt: not null, NotBefore: not null, WaitingFor: null };

    /// <summary>The lease of the run that is under way, or null.</summary>
    public Guid? LeaseId { get; set; }

    /// <summary>When that lease expires unless it is renewed.</summary>
    public DateTimeOffset? LeaseUntil { get; set; }

    /// <summary>The number of leases lost in a row. The third ends in an error.</summary>
    public int LeaseLosses { get; set; }

    /// <summary>Its tracks.</summary>
    public List<PlaylistTrack> Tracks { get; init; } = [];

    /// <summary>The name that the target should have.</summary>
    public string WantedName => NameOverride ?? Name;

    /// <summary>The id of the target, or of the list that was left on the server. Null if there is neither.</summary>
    public string? KnownTargetId => NavidromePlaylistId ?? LeftTargetId;

    /// <summary>Makes a list on the server the target.</summary>
    public void TakeTarget(string targetId)
    {
        NavidromePlaylistId = targetId;
        LeftTargetId = null;
    }

    /// <summary>Gives up the list that it had, or had left on the server: that list is never recognised as the target again.</summary>
    public void LetTargetGo()
    {
        NavidromePlaylistId = null;
        LeftTargetId = null;
        TargetName = null;
        Marker = TargetMarker.Create();
    }
}
