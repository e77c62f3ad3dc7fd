using Spotter.Core.Matching;

namespace Spotter.Web.Api;

/// <summary>A decision to take about a row of a playlist.</summary>
/// <param name="Kind">The kind of decision.</param>
/// <param name="PlaylistId">The playlist.</param>
/// <param name="Position">The row, as the match report numbers it.</param>
/// <param name="SongId">The song's id on the music server; not for never.</param>
public sealed record DecisionBody(PinKind? Kind, int? PlaylistId, int? Position, string? SongId);
