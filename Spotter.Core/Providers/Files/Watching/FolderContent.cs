namespace Spotter.Core.Providers.Files.Watching;

/// <summary>The content of the watched folder for one user.</summary>
/// <param name="Files">The files, the user's own first, by name.</param>
/// <param name="Troubles">Entries with the name of a playlist file that cannot be read.</param>
/// <param name="LeftOut">The number of files beyond the limit.</param>
internal sealed record FolderContent(IReadOnlyList<FolderFile> Files, IReadOnlyList<FolderTrouble> Troubles, int LeftOut);
