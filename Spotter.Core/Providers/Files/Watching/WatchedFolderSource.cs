using Spotter.Core.Facts;
using Spotter.Core.Tracks;

namespace Spotter.Core.Providers.Files.Watching;

/// <summary>The watched folder as one user sees it. It is read once and then remembered.</summary>
internal sealed class WatchedFolderSource(WatchedFolder folder, string? userName) : IConnectedSource
{
    private FolderLook? _look;

    public string Kind => ProviderKinds.File;

    public async Task<SourceOwner> CheckAsync(CancellationToken cancellationToken)
    {
        if (userName is null)
        {
            throw new ProviderException(Kind, ProviderFailure.Malformed, new Fact.FolderNotConnectable());
        }

        await LookAsync(userName, cancellationToken);
        return WatchedFolderFactory.Owner;
    }

    public async Task<IReadOnlyList<SourcePlaylistSummary>> ListPlaylistsAsync(CancellationToken cancellationToken)
        => userName is null ? [] : (await LookAsync(userName, cancellationToken)).Playlists;

    public async Task<SourcePlaylist?> GetPlaylistAsync(string remoteId, CancellationToken cancellationToken)
    {
        if (userName is null)
        {
            return null;
        }

        var look = await LookAsync(userName, cancellationToken);
        if (look.Files.TryGetValue(remoteId, out var file))
        {
            return await folder.ReadAsync(file, userName, remoteId, cancellationToken);
        }

        // The playlist may be in a file that cannot be read, so it is not known to be gone.
        return look.Unread.Count == 0
            ? null
            : throw new ProviderException(Kind, ProviderFailure.Forbidden, new Fact.PlaylistWithoutFile(look.Unread[0]));
    }

    private async Task<FolderLook> LookAsync(string name, CancellationToken cancellationToken) => _look ??= await folder.LookAsync(name, cancellationToken);
}
