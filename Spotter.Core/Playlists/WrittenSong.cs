using Spotter.Core.Targets;
using Spotter.Core.Tracks;

namespace Spotter.Core.Playlists;

/// <summary>One row of a target as Spotter last wrote it, with the song's metadata, so that it is recognised under another id.</summary>
/// <param name="Song">The song as it was written.</param>
public sealed record WrittenSong(Song Song)
{
    /// <summary>See <see cref="TargetEntry.IsUsers"/>.</summary>
    public bool IsUsers { get; init; }

    /// <summary>See <see cref="TargetEntry.IsAbsent"/>.</summary>
    public bool IsAbsent { get; init; }

    /// <summary>Whether the song has received a new id since. If the server does not show it under the new id, the row is hidden and was
    /// not removed.</summary>
    public bool HasNewId { get; init; }

    /// <summary>The row without the song's metadata.</summary>
    public TargetEntry ToEntry() => new(Song.Id) { IsUsers = IsUsers, IsAbsent = IsAbsent || HasNewId };

    /// <summary>The row with the song as it is now.</summary>
    internal WrittenSong With(Song now) => this with { Song = now, HasNewId = HasNewId || now.Id != Song.Id };
}
