namespace Spotter.Core.Providers.Files.Watching;

/// <summary>What is in the watched folder for one user.</summary>
/// <param name="Files">Their files, their own first, by name.</param>
/// <param name="Troubles">What is called like a playlist and cannot be looked at.</param>
/// <param name="LeftOut">How many files there are beyond the limit.</param>
internal sealed record FolderContent(IReadOnlyList<FolderFile> Files, IReadOnlyList<FolderTrouble> Troubles, int LeftOut);
