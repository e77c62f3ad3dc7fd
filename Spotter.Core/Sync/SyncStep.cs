using Spotter.Core.Facts;
using Spotter.Core.Matching;
using Spotter.Core.Playlists;
using Spotter.Core.Providers;
using Spotter.Core.Targets;
using Spotter.Core.Tracks;

namespace Spotter.Core.Sync;

/// <summary>A decision with its inputs.</summary>
/// <param name="Playlist">The row, with the name that the user gave it on the server, if any.</param>
/// <param name="Report">The matches.</param>
/// <param name="Decision">What is to be done.</param>
/// <param name="Target">The target as it stands, or null.</param>
/// <param name="LastWritten">What we had left there, or null.</param>
/// <param name="Index">The library.</param>
internal sealed record SyncStep(Playlist Playlist, MatchReport Report, SyncDecision Decision, Target? Target, LastWrittenContent? LastWritten, LibraryIndex Index)
{
    /// <summary>The server's name.</summary>
    public required ServerName Server { get; init; }

    /// <summary>The target as the run found it, before its first write.</summary>
    public Target? Found { get; init; } = Target;

    /// <summary>Whether the user was already told, for all their playlists at once, why this one may be held back.</summary>
    public bool IsAlreadyNotified { get; init; }

    /// <summary>What somebody had changed on the server, or null.</summary>
    public TargetDrift? Drift { get; init; }

    /// <summary>Every song that a row may name.</summary>
    public IEnumerable<Song> KnownSongs => Report.Songs.Concat(Target?.Entries ?? []).Concat(Found?.Entries ?? []).Concat(LastWritten?.Songs.Select(row => row.Song) ?? []);

    /// <summary>The rows with their songs' metadata.</summary>
    public List<WrittenSong> RowsOf(IReadOnlyList<TargetEntry> rows)
    {
        var songs = KnownSongs.DistinctBy(song => song.Id).ToDictionary(song => song.Id, StringComparer.Ordinal);
        return [.. rows.Select(row => new WrittenSong(songs[row.SongId]) { IsUsers = row.IsUsers, IsAbsent = row.IsAbsent })];
    }

    /// <summary>What to write to the target, or to a new one.</summary>
    public TargetWriteRequest ToWrite(Target? target)
        => new(target, Decision.Plan, RowsOf(Decision.Merge.EntriesIfReplaced)) { RowsIfEdited = RowsOf(Decision.Merge.Entries) };

    /// <summary>The rows to remember after this write. A list that was edited, not replaced, still holds its hidden rows.</summary>
    public List<WrittenSong> Remember(TargetWriteResult written)
        => LastWrittenContent.Remember(written.DroppedHiddenRows ? Decision.Merge.EntriesIfReplaced : Decision.Merge.Entries, written.After, KnownSongs);
}
