using Spotter.Core.Matching;
using Spotter.Core.Playlists;
using Spotter.Core.Targets;
using Spotter.Core.Tracks;

namespace Spotter.Core.Sources;

/// <summary>A playlist from its source compared with the stored one: what storing it would change.</summary>
/// <param name="Origin">Its owner, and who brings it.</param>
/// <param name="Playlist">The playlist from the source.</param>
/// <param name="Row">The stored row, or null if it is new.</param>
/// <param name="Before">The stored rows of its tracks, in order.</param>
/// <param name="Diff">The difference between those rows and the source's tracks.</param>
/// <param name="Plan">The same difference, for display.</param>
internal sealed record PlaylistChange(
    PlaylistOrigin Origin, SourcePlaylist Playlist, Playlist? Row, IReadOnlyList<PlaylistTrack> Before, ListDiff Diff, ImportPlan Plan)
{
    private const int MaxTitles = 50;

    /// <summary>Compares the stored playlist with the source's.</summary>
    public static PlaylistChange Between(
        PlaylistOrigin origin, SourcePlaylist playlist, Playlist? row, IReadOnlyList<PlaylistTrack> before, SafetyRules rules)
    {
        var diff = ListDiff.Between([.. before.Select(track => track.Key)], [.. playlist.Tracks.Select(track => TrackKey.Of(origin.Source, track))]);
        var plan = new ImportPlan(
            row?.Id, playlist.Summary.Name, playlist.Tracks.Count, diff.Added.Count, diff.Removed.Count, diff.Moved.Count,
            rules.ShrinksTooMuch(before.Count, before.Count - diff.Removed.Count))
        {
            AddedTitles = [.. diff.Added.Take(MaxTitles).Select(i => Title(playlist.Tracks[i]))],
            RemovedTitles = [.. diff.Removed.Take(MaxTitles).Select(i => Title(before[i].SourceTrack))],
        };
        return new(origin, playlist, row, before, diff, plan);
    }

    /// <summary>The rows to remove.</summary>
    public IEnumerable<PlaylistTrack> Removed => Diff.Removed.Select(i => Before[i]);

    /// <summary>The rows to add, not matched yet.</summary>
    public IEnumerable<PlaylistTrack> Added => Diff.Added.Select(i => PlaylistTrack.From(Origin.Source, Playlist.Tracks[i], i + 1));

    /// <summary>Updates the rows that stay to the source's current metadata and order.</summary>
    /// <returns>The rows whose metadata or position changed.</returns>
    public List<PlaylistTrack> DescribeKept()
    {
        var differing = new List<PlaylistTrack>();
        foreach (var (old, now) in Diff.Kept)
        {
            if (!Before[old].IsDescribedAs(Playlist.Tracks[now], now + 1))
            {
                Before[old].Describe(Playlist.Tracks[now], now + 1);
                differing.Add(Before[old]);
            }
        }

        return differing;
    }

    private static string Title(SourceTrack track) => track.Artists.Count == 0 ? track.Title : $"{track.ArtistLine} – {track.Title}";
}
