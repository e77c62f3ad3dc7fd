using Spotter.Core.Tracks;

namespace Spotter.Core.Providers;

/// <summary>A playlist on the music server with its visible entries, in order.</summary>
/// <param name="Summary">What the server says about the playlist.</param>
/// <param name="Entries">The songs that the server shows, in order. A song may occur more than once.</param>
public sealed record Target(TargetSummary Summary, IReadOnlyList<Song> Entries)
{
    /// <summary>The ids of <see cref="Entries"/>, in order.</summary>
    public IReadOnlyList<string> SongIds { get; } = [.. Entries.Select(song => song.Id)];
}
