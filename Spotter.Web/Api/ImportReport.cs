namespace Spotter.Web.Api;

/// <summary>An import with what it left out.</summary>
/// <param name="Playlists">What came in.</param>
/// <param name="LeftOut">What did not, file by file.</param>
public sealed record ImportReport(IReadOnlyList<ImportedPlaylist> Playlists, IReadOnlyList<LeftOutOfFile> LeftOut);
