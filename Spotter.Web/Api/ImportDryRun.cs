namespace Spotter.Web.Api;

/// <summary>What an import would bring and leave out. Nothing was stored.</summary>
/// <param name="Playlists">What would come in, with its rows as they were read.</param>
/// <param name="LeftOut">What would not, file by file.</param>
public sealed record ImportDryRun(IReadOnlyList<ReadPlaylist> Playlists, IReadOnlyList<LeftOutOfFile> LeftOut);
