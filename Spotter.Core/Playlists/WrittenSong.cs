using Spotter.Core.Targets;
using Spotter.Core.Tracks;

namespace Spotter.Core.Playlists;

/// <summary>One row of a target as we left it, with what the song is, so that it is known again under another id.</summary>
/// <param name="Song">The song as it was.</param>
public sealed record WrittenSong(Song Song)
{
    /// <summary>See <see cref="TargetEntry.IsUsers"/>.</summary>
    public bool IsUsers { get; init; }

    /// <summary>See <see cref="TargetEntry.IsAbsent"/>.</summary>
    public bool IsAbsent { get; init; }

    /// <summary>Whether the song has got another id since: where the server does not show it under that one, the row is hidden, not taken out.</summary>
    public bool HasNewId { get; init; }

    /// <summary>The row without what the song is.</summary>
    public TargetEntry ToEntry() => new(Song.Id) { IsUsers = IsUsers, IsAbsent = IsAbsent || HasNewId };

    /// <summary>The row with the song as it is known now.</summary>
    internal WrittenSong With(Song now) => this with { Song = now, HasNewId = HasNewId || now.Id != Song.Id };
}
