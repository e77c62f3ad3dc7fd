using Spotter.Core.Facts;
using Spotter.Core.Targets;

namespace Spotter.Core.Playlists;

/// <summary>A playlist of one user: where it comes from, what it holds, and how it stands against its target.</summary>
public sealed class Playlist
{
    /// <summary>Our own id.</summary>
    public int Id { get; set; }

    /// <summary>Whose it is.</summary>
    public int UserId { get; set; }

    /// <summary>The account whose library is searched and on which the target lives.</summary>
    public int AccountId { get; set; }

    /// <summary>The kind of the provider it comes from ("file"). A kind that nobody knows any more is shown and kept.</summary>
    public required string Source { get; set; }

    /// <summary>The source's own id; unique for user and source.</summary>
    public required string RemoteId { get; set; }

    /// <summary>Its name at the source.</summary>
    public required string Name { get; set; }

    /// <summary>The source's description, or null.</summary>
    public string? Description { get; set; }

    /// <summary>Cover id on the music server or address of the source's image, or null.</summary>
    public string? Image { get; set; }

    /// <summary>Where a person can look at it at the source, or null.</summary>
    public string? ExternalUrl { get; set; }

    /// <summary>How many tracks the source holds.</summary>
    public int TrackCount { get; set; }

    /// <summary>Sum of the known lengths, in milliseconds.</summary>
    public long DurationMs { get; set; }

    /// <summary>The connection that keeps it current; null where nothing does: a file, or a service that was disconnected.</summary>
    public int? ConnectionId { get; set; }

    /// <summary>The source's own stamp of the content as last read; null where it gives none.</summary>
    public string? SourceVersion { get; set; }

    /// <summary>Why it could not be read again while its connection works; null where it could.</summary>
    public Fact? SourceError { get; set; }

    /// <summary>A hash of the source's tracks in order: moves when the content does.</summary>
    public string? SourceFingerprint { get; set; }

    /// <summary>The content to which the user agreed to shrink, at import; the shrink rules do not ask about it a second time.</summary>
    public string? ApprovedSourceFingerprint { get; set; }

    /// <summary>The playlist vanished at its source; kept, never emptied.</summary>
    public bool IsGoneAtSource { get; set; }

    /// <summary>First seen.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>Last read from its source, whether or not anything had changed there.</summary>
    public DateTimeOffset RefreshedAt { get; set; }

    /// <summary>
    /// When a read last brought something else than was stored: other tracks, another order or name, or tracks described otherwise. Null for a row
    /// of an earlier version that was not read since.
    /// </summary>
    public DateTimeOffset? SourceChangedAt { get; set; }

    /// <summary>The word in the target's comment by which a lost target is found again.</summary>
    public string Marker { get; set; } = TargetMarker.Create();

    /// <summary>Whether it is kept in sync.</summary>
    public bool SyncEnabled { get; set; }

    /// <summary>The target's id on the server; a cache, not an identity.</summary>
    public string? NavidromePlaylistId { get; set; }

    /// <summary>The id of the list that was left on the server when sync was switched off: switching on goes on with it. Null where none was.</summary>
    public string? LeftTargetId { get; set; }

    /// <summary>The name that the user gave the target; null follows the source.</summary>
    public string? NameOverride { get; set; }

    /// <summary>What becomes of changes that somebody makes to the target on the server.</summary>
    public EditPolicy EditPolicy { get; set; }

    /// <summary>How it stands.</summary>
    public SyncStatus Status { get; set; }

    /// <summary>What is wrong; null where nothing is.</summary>
    public Fact? SyncError { get; set; }

    /// <summary>The safety rule that holds the sync back, or null.</summary>
    public SafetyRule? HeldBackRule { get; set; }

    /// <summary>The fingerprint of the plan that was held back, which "apply anyway" approves; null otherwise.</summary>
    public string? HeldBackPlan { get; set; }

    /// <summary>The operation that was held back, which an approval repeats; null otherwise.</summary>
    public SyncOperation? HeldBackOperation { get; set; }

    /// <summary>Tracks matched automatically or by pin, at the last matching.</summary>
    public int MatchedCount { get; set; }

    /// <summary>Tracks in review, at the last matching.</summary>
    public int ReviewCount { get; set; }

    /// <summary>Tracks not in the library, at the last matching.</summary>
    public int MissingCount { get; set; }

    /// <summary>When its tracks were last matched; a library read since then may hold more of them.</summary>
    public DateTimeOffset? MatchedAt { get; set; }

    /// <summary>When every row was last matched, those that were matched already too; null before.</summary>
    public DateTimeOffset? MatchedInFullAt { get; set; }

    /// <summary>A hash of the matcher and its thresholds at that time: when it moves, every track is matched again.</summary>
    public string? MatchedBy { get; set; }

    /// <summary>The <see cref="SourceFingerprint"/> whose tracks were matched last. Another one, or none, means that the target lags behind: what was asked for is owed still.</summary>
    public string? MatchedSource { get; set; }

    /// <summary>Tracks that were found at <see cref="NewlyMatchedAt"/> after having been looked for in vain.</summary>
    public int NewlyMatchedCount { get; set; }

    /// <summary>When tracks were last found that had been looked for in vain; null for never.</summary>
    public DateTimeOffset? NewlyMatchedAt { get; set; }

    /// <summary>Everything that is not matched: review and missing.</summary>
    public int UnmatchedCount => ReviewCount + MissingCount;

    /// <summary>Tracks at the last matching; 0 before the first.</summary>
    public int TotalCount => MatchedCount + ReviewCount + MissingCount;

    /// <summary>Share of tracks matched, 0 to 100 with one decimal; 0 before the first matching.</summary>
    public double MatchPercentage => TotalCount == 0 ? 0 : Math.Round(100.0 * MatchedCount / TotalCount, 1);

    /// <summary>When a run last ended with the target as it should be.</summary>
    public DateTimeOffset? LastSyncedAt { get; set; }

    /// <summary>A hash of what source and matches asked for at the last write: song ids, name, comment.</summary>
    public string? DesiredFingerprint { get; set; }

    /// <summary>A hash of the target's song ids as the last write left it; a difference means that somebody else edited it.</summary>
    public string? TargetFingerprint { get; set; }

    /// <summary>When the server said that the target had changed last, at our last look: the same moment again means that nobody touched it. Null where it is not known.</summary>
    public DateTimeOffset? TargetChangedAt { get; set; }

    /// <summary>The target's name as we last set or saw it: a different one on the server is the user's.</summary>
    public string? TargetName { get; set; }

    /// <summary>Source tracks at the last write; what a shrink is measured against.</summary>
    public int SourceCountAtWrite { get; set; }

    /// <summary>Songs in the library at the last write; what a shrink is measured against.</summary>
    public int LibraryCountAtWrite { get; set; }

    /// <summary>When a run was first asked for that has not ended yet; null where none is wanted.</summary>
    public DateTimeOffset? SyncWantedAt { get; set; }

    /// <summary>Not to be started before; null for at once.</summary>
    public DateTimeOffset? NotBefore { get; set; }

    /// <summary>What a queued run waits for, such as a scan; or null.</summary>
    public Fact? WaitingFor { get; set; }

    /// <summary>Whether the run that is wanted waits for nothing but more decisions of its user.</summary>
    public bool IsGathering => this is { SyncWantedAt: not null, NotBefore: not null, WaitingFor: null };

    /// <summary>The lease of the run that is under way, or null.</summary>
    public Guid? LeaseId { get; set; }

    /// <summary>When that lease is over unless it is renewed.</summary>
    public DateTimeOffset? LeaseUntil { get; set; }

    /// <summary>Leases lost in a row; the third ends in an error.</summary>
    public int LeaseLosses { get; set; }

    /// <summary>Its tracks.</summary>
    public List<PlaylistTrack> Tracks { get; init; } = [];

    /// <summary>The name that the target should have.</summary>
    public string WantedName => NameOverride ?? Name;

    /// <summary>The id of the target, or of the list that was left; null where there is neither.</summary>
    public string? KnownTargetId => NavidromePlaylistId ?? LeftTargetId;

    /// <summary>Makes a list of the server the target.</summary>
    public void TakeTarget(string targetId)
    {
        NavidromePlaylistId = targetId;
        LeftTargetId = null;
    }

    /// <summary>Gives up every claim to the list that it had, or had left: it is never taken for the target again.</summary>
    public void LetTargetGo()
    {
        NavidromePlaylistId = null;
        LeftTargetId = null;
        TargetName = null;
        Marker = TargetMarker.Create();
    }
}
