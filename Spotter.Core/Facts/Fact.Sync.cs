namespace Spotter.Core.Facts;

// Facts about runs.
public abstract partial record Fact
{
    /// <summary>A sync began.</summary>
    public sealed record SyncStarted : Fact;

    /// <summary>A removal began.</summary>
    public sealed record RemovalStarted : Fact;

    /// <summary>A rebuild began.</summary>
    public sealed record RebuildStarted : Fact;

    /// <summary>A pairing began.</summary>
    public sealed record PairingStarted : Fact;

    /// <summary>A restore began.</summary>
    public sealed record RestoreStarted : Fact;

    /// <summary>A target was created.</summary>
    public sealed record Created(int Songs) : Fact;

    /// <summary>A target was updated: <see cref="Added"/>, <see cref="Removed"/>, <see cref="Moved"/>.</summary>
    public sealed record Updated(FactList Changes) : Fact;

    /// <summary>The number of songs added. Part of a list.</summary>
    public sealed record Added(int Count) : Fact;

    /// <summary>The number of songs removed. Part of a list.</summary>
    public sealed record Removed(int Count) : Fact;

    /// <summary>The number of songs moved. Part of a list.</summary>
    public sealed record Moved(int Count) : Fact;

    /// <summary>The target was already as it should be.</summary>
    public sealed record NothingWritten : Fact;

    /// <summary>Only the name or comment was written.</summary>
    public sealed record DetailsWritten : Fact;

    /// <summary>A run found nothing to do.</summary>
    public sealed record NothingChanged : Fact;

    /// <summary>Tracks without a match were matched.</summary>
    public sealed record NewlyMatched(int Tracks) : Fact;

    /// <summary>Tracks that were not written: <see cref="ToReview"/>, <see cref="Missing"/>.</summary>
    public sealed record Unmatched(FactList Tracks) : Fact;

    /// <summary>Tracks in review. Part of a list.</summary>
    public sealed record ToReview(int Tracks) : Fact;

    /// <summary>Tracks that are not in the library. Part of a list.</summary>
    public sealed record Missing(int Tracks) : Fact;

    /// <summary>Somebody changed the target, and their additions stay.</summary>
    public sealed record AdditionsKept(ServerName Server, FactList Changes) : Fact;

    /// <summary>Somebody changed the target, and the source replaced their changes.</summary>
    public sealed record EditsReplaced(ServerName Server, FactList Changes) : Fact;

    /// <summary>The server shows something other than what was just written.</summary>
    public sealed record ChangedMeanwhile(ServerName Server) : Fact;

    /// <summary>Songs were not written because the server does not know them.</summary>
    public sealed record SongsRefused(ServerName Server, int Songs) : Fact;

    /// <summary>Nothing was matched, and there is a target.</summary>
    public sealed record NothingMatched(ServerName Server) : Fact;

    /// <summary>Nothing was matched, and there is no target.</summary>
    public sealed record NothingToCreate : Fact;

    /// <summary>A run began after sync was switched off.</summary>
    public sealed record SyncIsOff : Fact;

    /// <summary>A rebuild is complete.</summary>
    public sealed record Recreated(int Songs) : Fact;

    /// <summary>A list on the server became the target.</summary>
    public sealed record Paired(string Playlist) : Fact;

    /// <summary>An earlier content was restored.</summary>
    public sealed record BroughtBack(int Songs) : Fact;

    /// <summary>Songs of the earlier content are not in the library.</summary>
    public sealed record NotInLibrary(int Songs) : Fact;

    /// <summary>The requested snapshot is no longer kept.</summary>
    public sealed record SnapshotGone : Fact;

    /// <summary>No song of the earlier content is in the library.</summary>
    public sealed record SnapshotNotInLibrary : Fact;

    /// <summary>Sync was switched off and the target deleted.</summary>
    public sealed record TargetDeleted(ServerName Server) : Fact;

    /// <summary>The target was given up permanently.</summary>
    public sealed record TargetLetGo(ServerName Server) : Fact;

    /// <summary>Sync was switched off and the target stays.</summary>
    public sealed record TargetLeft(ServerName Server) : Fact;

    /// <summary>Spotter was stopped during a run.</summary>
    public sealed record Stopped : Fact;

    /// <summary>A run was postponed.</summary>
    public sealed record NotNow(Fact WaitsFor) : Fact;

    /// <summary>What a run waits for during a scan, with the number of files that the scan has seen, or null if the server does not say.
    /// Part of a sentence.</summary>
    public sealed record WaitingForScan(int? Files) : Fact;

    /// <summary>A run did not renew its lease in time.</summary>
    public sealed record Interrupted : Fact;

    /// <summary>Three runs in a row did not renew their lease in time.</summary>
    public sealed record InterruptedThreeTimes : Fact;

    /// <summary>The server does not know a song of its own library.</summary>
    public sealed record SongUnknown(ServerName Server) : Fact;

    /// <summary>The server does not list the playlist that it says it has created.</summary>
    public sealed record CreatedUnlisted(ServerName Server) : Fact;

    /// <summary>A new target was gone before it was complete.</summary>
    public sealed record NewTargetVanished(ServerName Server) : Fact;

    /// <summary>The target was gone during a write.</summary>
    public sealed record TargetVanished(ServerName Server) : Fact;

    /// <summary>The list to pair with is gone.</summary>
    public sealed record PairGone(ServerName Server) : Fact;

    /// <summary>The list to pair with belongs to another user.</summary>
    public sealed record PairForeign(string Playlist) : Fact;

    /// <summary>The list to pair with is read-only.</summary>
    public sealed record PairReadOnly(string Playlist) : Fact;

    /// <summary>The list to pair with is the target of another playlist.</summary>
    public sealed record PairTaken(string Playlist, string Holder) : Fact;

    /// <summary>A warning that a scan may overwrite a list that comes from a file.</summary>
    public sealed record PairCaution(ServerName Server) : Fact;

    /// <summary>Held back: the source came back empty.</summary>
    public sealed record SourceEmpty(string Playlist) : Fact;

    /// <summary>Held back: the source lost too many tracks.</summary>
    public sealed record SourceShrank(int Before, int Now) : Fact;

    /// <summary>Held back: the library lost too many songs.</summary>
    public sealed record LibraryShrank(int Before, int Now) : Fact;

    /// <summary>Held back: the target would lose too many songs.</summary>
    public sealed record TargetWouldShrink(string Playlist, int Before, int Now) : Fact;

    /// <summary>Held back: a first write would have too few songs.</summary>
    public sealed record TooFewMatched(int Matched, int Tracks, int Percent) : Fact;

    /// <summary>Held back: the target is gone, and this many lists could be it.</summary>
    public sealed record TargetGone(string Playlist, ServerName Server, int Candidates) : Fact;

    /// <summary>Held back: the server was set up from scratch.</summary>
    public sealed record ServerIsNew(string Playlist, ServerName Server) : Fact;

    /// <summary>The user decided which song a track is.</summary>
    public sealed record Pinned(string Track, string Song, string Artist) : Fact;

    /// <summary>The user decided which song a track is not.</summary>
    public sealed record Rejected(string Track, string Song, string Artist) : Fact;

    /// <summary>The user decided that a track must never be matched.</summary>
    public sealed record NeverMatched(string Track) : Fact;

    /// <summary>The user undid their decisions.</summary>
    public sealed record DecisionUndone(string Track) : Fact;

    /// <summary>The user undid decisions about several tracks at once.</summary>
    public sealed record DecisionsUndone(int Tracks) : Fact;

    /// <summary>The user took the best candidate for several tracks at once.</summary>
    public sealed record BestTaken(int Tracks) : Fact;

    /// <summary>Decisions came in from a file.</summary>
    public sealed record DecisionsImported(int Tracks) : Fact;

    /// <summary>A decision was not imported: the library was not read yet, so that its song cannot be found.</summary>
    public sealed record LibraryNotKnown : Fact;

    /// <summary>A decision was not imported: the library has no such song.</summary>
    public sealed record SongNotFound(string Song, string Artist) : Fact;

    /// <summary>A decision was not imported: the library has only a song that is like it.</summary>
    public sealed record OnlyLikeSong(string Song, string Artist, string Near, string NearArtist) : Fact;
}
