using Spotter.Core.Facts;

namespace Spotter.Core.Providers.Files.Watching;

/// <summary>An entry of the watched folder that cannot be read, while the others can.</summary>
/// <param name="Name">Its name, for display.</param>
/// <param name="IsShared">Whether it would belong to all users.</param>
/// <param name="Why">What is wrong with it and what to do.</param>
internal sealed record FolderTrouble(string Name, bool IsShared, Fact Why)
{
    /// <summary>Whether it may hold playlists that were read before, so that nobody knows whether they are gone.</summary>
    public bool MayHoldPlaylists { get; init; }

    /// <summary>The heading under which it is told.</summary>
    public Fact Group => FolderFile.GroupOf(IsShared);
}
