namespace Spotter.Core.Facts;

// What runs say of themselves.
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

    /// <summary>A target was brought up to date: <see cref="Added"/>, <see cref="Removed"/>, <see cref="Moved"/>.</summary>
    public sealed record Updated(FactList Changes) : Fact;

    /// <summary>So many came; a part of a list.</summary>
    public sealed record Added(int Count) : Fact;

    /// <summary>So many went; a part of a list.</summary>
    public sealed record Removed(int Count) : Fact;

    /// <summary>So many changed their place; a part of a list.</summary>
    public sealed record Moved(int Count) : Fact;

    /// <summary>The target was as it should be.</summary>
    public sealed record NothingWritten : Fact;

    /// <summary>Only name or comment were written.</summary>
    public sealed record DetailsWritten : Fact;

    /// <summary>A run found nothing to do.</summary>
    public sealed record NothingChanged : Fact;

    /// <summary>Tracks were found that had been looked for in vain.</summary>
    public sealed record NewlyMatched(int Tracks) : Fact;

    /// <summary>Tracks that were not written: <see cref="ToReview"/>, <see cref="Missing"/>.</summary>
    public sealed record Unmatched(FactList Tracks) : Fact;

    /// <summary>Tracks in review; a part of a list.</summary>
    public sealed record ToReview(int Tracks) : Fact;

    /// <summary>Tracks that are not in the library; a part of a list.</summary>
    public sealed record Missing(int Tracks) : Fact;

    /// <summary>Somebody changed the target, and what they added stays.</summary>
    public sealed record AdditionsKept(ServerName Server, FactList Changes) : Fact;

    /// <summary>Somebody changed the target, and the source won.</summary>
    public sealed record EditsReplaced(ServerName Server, FactList Changes) : Fact;

    /// <summary>The server shows something else than what was written a moment ago.</summary>
    public sealed record ChangedMeanwhile(ServerName Server) : Fact;

    /// <summary>Songs were not written, since the server does not know them.</summary>
    public sealed record SongsRefused(ServerName Server, int Songs) : Fact;

    /// <summary>Nothing was matched, and there is a target.</summary>
    public sealed record NothingMatched(ServerName Server) : Fact;

    /// <summary>Nothing was matched, and there is no target.</summary>
    public sealed record NothingToCreate : Fact;

    /// <summary>A sync began after it had been switched off.</summary>
    public sealed record SyncIsOff : Fact;

    /// <summary>A rebuild has come to its end.</summary>
    public sealed record Recreated(int Songs) : Fact;

    /// <summary>A list of the server became the target.</summary>
    public sealed record Paired(string Playlist) : Fact;

    /// <summary>An earlier content was brought back.</summary>
    public sealed record BroughtBack(int Songs) : Fact;

    /// <summary>Songs of the earlier content are not in the library.</summary>
    public sealed record NotInLibrary(int Songs) : Fact;

    /// <summary>The earlier content that was asked for is not kept any more.</summary>
    public sealed record SnapshotGone : Fact;

    /// <summary>No song of the earlier content is in the library.</summary>
    public sealed record SnapshotNotInLibrary : Fact;

    /// <summary>Sync was switched off, and the target deleted.</summary>
    public sealed record TargetDeleted(ServerName Server) : Fact;

    /// <summary>The target was given up for good.</summary>
    public sealed record TargetLetGo(ServerName Server) : Fact;

    /// <summary>Sync was switched off, and the target stays.</summary>
    public sealed record TargetLeft(ServerName Server) : Fact;

    /// <summary>Spotter was stopped in the middle of a run.</summary>
    public sealed record Stopped : Fact;

    /// <summary>A run was put off.</summary>
    public sealed record NotNow(Fact WaitsFor) : Fact;

    /// <summary>What a run waits for while the server scans; the files that the scan has seen, null where the server does not say. A part of a sentence.</summary>
    public sealed record WaitingForScan(int? Files) : Fact;

    /// <summary>A run was silent for too long.</summary>
    public sealed record Interrupted : Fact;

    /// <summary>Three runs in a row were silent for too long.</summary>
    public sealed record InterruptedThreeTimes : Fact;

    /// <summary>The server does not know a song of its own library.</summary>
    public sealed record SongUnknown(ServerName Server) : Fact;

    /// <summary>The server does not list what it says it has created.</summary>
    public sealed record CreatedUnlisted(ServerName Server) : Fact;

    /// <summary>A new target was gone before it was whole.</summary>
    public sealed record NewTargetVanished(ServerName Server) : Fact;

    /// <summary>The target was gone in the middle of a write.</summary>
    public sealed record TargetVanished(ServerName Server) : Fact;

    /// <summary>The list to pair with is gone.</summary>
    public sealed record PairGone(ServerName Server) : Fact;

    /// <summary>The list to pair with is somebody else's.</summary>
    public sealed record PairForeign(string Playlist) : Fact;

    /// <summary>The list to pair with cannot be written.</summary>
    public sealed record PairReadOnly(string Playlist) : Fact;

    /// <summary>The list to pair with is the target of another playlist.</summary>
    public sealed record PairTaken(string Playlist, string Holder) : Fact;

    /// <summary>What may become of a list that comes from a file.</summary>
    public sealed record PairCaution(ServerName Server) : Fact;

    /// <summary>Held back: the source came back empty.</summary>
    public sealed record SourceEmpty(string Playlist) : Fact;

    /// <summary>Held back: the source lost too many tracks.</summary>
    public sealed record SourceShrank(int Before, int Now) : Fact;

    /// <summary>Held back: the library lost too many songs.</summary>
    public sealed record LibraryShrank(int Before, int Now) : Fact;

    /// <summary>Held back: the target would lose too many songs.</summary>
    public sealed record TargetWouldShrink(string Playlist, int Before, int Now) : Fact;

    /// <summary>Held back: a first write would hold too little.</summary>
    public sealed record TooFewMatched(int Matched, int Tracks, int Percent) : Fact;

    /// <summary>Held back: the target is gone; so many lists could be it.</summary>
    public sealed record TargetGone(string Playlist, ServerName Server, int Candidates) : Fact;

    /// <summary>Held back: the server was set up from scratch.</summary>
    public sealed record ServerIsNew(string Playlist, ServerName Server) : Fact;

    /// <summary>The user said which song a track is.</summary>
    public sealed record Pinned(string Track, string Song, string Artist) : Fact;

    /// <summary>The user said which song a track is not.</summary>
    public sealed record Rejected(string Track, string Song, string Artist) : Fact;

    /// <summary>The user said that a track is never to be matched.</summary>
    public sealed record NeverMatched(string Track) : Fact;

    /// <summary>The user took a decision back.</summary>
    public sealed record DecisionUndone(string Track) : Fact;
}
