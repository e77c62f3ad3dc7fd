using Spotter.Core.Tracks;

namespace Spotter.Web.Components.Pages.Missing;

/// <summary>A track that at least one playlist wants and the library has not.</summary>
/// <param name="TrackIds">A row of it for each id under which sources have it.</param>
/// <param name="Source">The track as its source describes it.</param>
/// <param name="Playlists">Names of the playlists that want it.</param>
public sealed record MissingTrack(IReadOnlyList<long> TrackIds, SourceTrack Source, IReadOnlyList<string> Playlists);
