using System.Net;
using Spotter.Core.Providers;
using Spotter.Navidrome.Subsonic;
using Spotter.Navidrome.Subsonic.Wire;

namespace Spotter.Navidrome;

/// <summary>A Navidrome server, or another that speaks Subsonic, seen through one account's eyes.</summary>
public sealed class NavidromeProvider : IPlaylistSyncer, ILibraryReader, ICoverReader, IIdTranslator
{
    private const int MaxCoverBytes = 10 * 1024 * 1024;

    private readonly SubsonicClient _client;
    private readonly NavidromeLibrary _library;

    internal NavidromeProvider(SubsonicClient client, TimeProvider clock)
    {
        _client = client;
        _library = new NavidromeLibrary(client, clock);
    }

    /// <inheritdoc />
    public string Kind => ProviderKinds.Navidrome;

    /// <inheritdoc />
    public Task<LibraryStamp> ReadStampAsync(CancellationToken cancellationToken)
        => NavidromeFailures.ReadAsync(() => _library.ReadStampAsync(cancellationToken));

    /// <inheritdoc />
    public Task<LibraryRead> ReadLibraryAsync(IProgress<LibraryReadProgress>? progress, CancellationToken cancellationToken)
        => NavidromeFailures.ReadAsync(() => _library.ReadAsync(progress, cancellationToken));

    /// <inheritdoc />
    public Task<IReadOnlyList<TargetSummary>> ListTargetsAsync(CancellationToken cancellationToken)
        => NavidromeFailures.ReadAsync<IReadOnlyList<TargetSummary>>(async () =>
        {
            var playlists = await _client.GetPlaylistsAsync(cancellationToken);
            return [.. playlists.Select(playlist => TargetMapper.ToSummary(playlist, _client.UserName)).Where(summary => summary.Id.Length > 0)];
        });

    /// <inheritdoc />
    public Task<Target?> ReadTargetAsync(string targetId, CancellationToken cancellationToken)
        => NavidromeFailures.ReadAsync(async () => await FindAsync(targetId, cancellationToken) is { } playlist ? ToTarget(playlist) : null);

    /// <inheritdoc />
    public Task<string?> SyncPlaylistAsync(string name, IReadOnlyList<string> songIds, CancellationToken cancellationToken)
        => NavidromeFailures.WriteAsync(async () =>
        {
            var created = await _client.CreatePlaylistAsync(name, songIds, cancellationToken);
            return string.IsNullOrEmpty(created?.Id) ? null : created.Id;
        });

    /// <inheritdoc />
    public Task<Target> UpdatePlaylistTracksAsync(string targetId, string name, IReadOnlyList<string> songIds, CancellationToken cancellationToken)
        => NavidromeFailures.WriteAsync(async () => ToTarget(songIds.Count > 0
            ? await ReplaceAsync(targetId, name, songIds, cancellationToken)
            : await EmptyAsync(targetId, name, cancellationToken)));

    /// <inheritdoc />
    public Task UpdateDetailsAsync(string targetId, string? name, string? comment, CancellationToken cancellationToken)
        => NavidromeFailures.WriteAsync(async () =>
        {
            if (name is not null || comment is not null)
            {
                await _client.UpdatePlaylistAsync(targetId, name, comment, cancellationToken);
            }

            return true;
        });

    /// <inheritdoc />
    public Task DeletePlaylistAsync(string targetId, CancellationToken cancellationToken)
        => NavidromeFailures.WriteAsync(async () =>
        {
            try
            {
                await _client.DeletePlaylistAsync(targetId, cancellationToken);
            }
            catch (SubsonicException refusal) when (refusal.Code == SubsonicErrorCode.NotFound)
            {
                // Gone is what was asked for.
            }

            return true;
        });

    /// <inheritdoc />
    public Task<CoverImage?> ReadCoverAsync(string coverArtId, int size, CancellationToken cancellationToken)
        => NavidromeFailures.ReadAsync(async () =>
        {
            try
            {
                using var response = await _client.GetCoverArtAsync(coverArtId, size, cancellationToken);
                var type = response.Content.Headers.ContentType?.MediaType;
                var bytes = await response.Content.ReadAsByteArrayAsync(cancellationToken);
                return type?.StartsWith("image/", StringComparison.OrdinalIgnoreCase) is true && bytes.Length is > 0 and <= MaxCoverBytes
                    ? new CoverImage(type, bytes)
                    : null;
            }
            catch (Exception failure) when (failure is SubsonicException { Code: SubsonicErrorCode.NotFound }
                or NotSubsonicException { StatusCode: HttpStatusCode.NotFound or HttpStatusCode.NotImplemented, IsForPeople: false })
            {
                return null;
            }
        });

    /// <inheritdoc />
    public string Translate(string id) => NavidromeIds.Translate(id);

    /// <inheritdoc />
    public Uri? LinkTo(string targetId)
        // A server that has not been asked yet is taken for what the provider is called.
        => _client.Server is { IsKnown: true, IsNavidrome: false }
            ? null
            : new Uri($"{_client.Server.BaseAddress.AbsoluteUri.TrimEnd('/')}/app/#/playlist/{Uri.EscapeDataString(targetId)}/show");

    private async Task<WirePlaylist> ReplaceAsync(string targetId, string name, IReadOnlyList<string> songIds, CancellationToken cancellationToken)
    {
        if (_client.Server.IsGonic)
        {
            // gonic makes a new playlist where it does not know the id: one that is gone must not come back as another.
            await ReadBackAsync(targetId, cancellationToken);
        }

        return await _client.ReplacePlaylistAsync(targetId, name, songIds, cancellationToken)
            ?? await ReadBackAsync(targetId, cancellationToken);
    }

    /// <summary>Navidrome takes "replace with nothing" for "leave alone", so the last song goes by its index. Others take it at its word.</summary>
    private async Task<WirePlaylist> EmptyAsync(string targetId, string name, CancellationToken cancellationToken)
    {
        if (!_client.Server.IsNavidrome)
        {
            await ReplaceAsync(targetId, name, [], cancellationToken);
        }

        // A list that shows nothing may still hold rows of files that are missing, which come back with their drive: any song drives them out.
        var current = await ReadBackAsync(targetId, cancellationToken);
        IReadOnlyList<Child> shown = current.Entry is [var entry, ..] ? [entry] : await _client.SearchSongsAsync(NavidromeLibrary.Everything, 1, 0, cancellationToken);
        if (shown is not [{ Id: { } one }, ..])
        {
            return current;
        }

        await ReplaceAsync(targetId, name, [one], cancellationToken);
        await _client.RemoveFirstEntryAsync(targetId, cancellationToken);
        return await ReadBackAsync(targetId, cancellationToken);
    }

    private async Task<WirePlaylist> ReadBackAsync(string targetId, CancellationToken cancellationToken)
        => await FindAsync(targetId, cancellationToken)
            ?? throw new ProviderException(Kind, ProviderFailure.NotFound, "The playlist is not on Navidrome any more.");

    private async Task<WirePlaylist?> FindAsync(string targetId, CancellationToken cancellationToken)
    {
        try
        {
            return await _client.GetPlaylistAsync(targetId, cancellationToken);
        }
        catch (SubsonicException refusal) when (refusal.Code == SubsonicErrorCode.NotFound)
        {
            return null;
        }
    }

    private Target ToTarget(WirePlaylist playlist) => TargetMapper.ToTarget(playlist, _client.UserName);
}
