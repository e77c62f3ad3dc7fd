namespace Spotter.Tests.Support.Peers;

/// <summary>A playlist as the server itself returns it.</summary>
internal sealed record ServerPlaylist(string Id, string Name, string? Comment, IReadOnlyList<string> Titles);
