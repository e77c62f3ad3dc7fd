using Spotter.Core.Facts;

namespace Spotter.Core.Providers.Files.Watching;

/// <summary>An entry of the watched folder that cannot be looked at, while the others can.</summary>
/// <param name="Name">Its name, for people.</param>
/// <param name="IsShared">Whether it would belong to everybody.</param>
/// <param name="Why">What is wrong with it and what helps.</param>
internal sealed record FolderTrouble(string Name, bool IsShared, Fact Why)
{
    /// <summary>Whether playlists may lie there that were read before: then nobody knows that they are gone.</summary>
    public bool MayHoldPlaylists { get; init; }

    /// <summary>The heading under which it is told.</summary>
    public Fact Group => FolderFile.GroupOf(IsShared);
}
