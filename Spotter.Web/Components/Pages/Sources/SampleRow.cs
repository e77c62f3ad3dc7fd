using Spotter.Core.Tracks;

namespace Spotter.Web.Components.Pages.Sources;

/// <summary>A row of a playlist as it was read.</summary>
/// <param name="Number">Its position in the playlist, counted from 1.</param>
/// <param name="Track">What was read.</param>
/// <param name="Doubts">What looks wrong about it.</param>
public sealed record SampleRow(int Number, SourceTrack Track, RowDoubts Doubts);
