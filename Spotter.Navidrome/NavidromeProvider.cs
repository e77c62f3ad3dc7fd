using System.Net;
using Spotter.Core.Facts;
using Spotter.Core.Providers;
using Spotter.Core.Tracks;
using Spotter.Navidrome.Native;
using Spotter.Navidrome.Subsonic;
using Spotter.Navidrome.Subsonic.Wire;

namespace Spotter.Navidrome;

/// <summary>A Navidrome server, or another Subsonic server, as one account sees it.</summary>
public sealed class NavidromeProvider : IPlaylistSyncer, ILibraryReader, IGenreReader, ICoverReader, ICoverWriter, IRowEditor, IIdTranslator, ISongPlayer
{
    /// <summary>From this many songs on, an interrupted answer is attributed to gonic's time limit: in tests, 5,000 did not
    /// arrive.</summary>
    private const int LongOnGonic = 1_000;

    /// <summary>From this many songs on, an interrupted call is attributed to it: fewer take gonic hardly any time on any
    /// machine.</summary>
    private const int ManyOnGonic = 250;

    private readonly SubsonicClient _client;
    private readonly NativeClient _native;
    private readonly NativeRows _rows;
    private readonly NavidromeLibrary _library;
    private readonly NavidromeSongs _songs;

    internal NavidromeProvider(SubsonicClient client, NativeClient native, TimeProvider clock)
    {
        _client = client;
        _native = native;
        _rows = new NativeRows(native);
        _library = new NavidromeLibrary(client, new NavidromeNews(native), clock);
        _songs = new NavidromeSongs(client);
    }

    /// <inheritdoc />
    public string Kind => ProviderKinds.Navidrome;

    /// <inheritdoc />
    public Task<LibraryStamp> ReadStampAsync(CancellationToken cancellationToken) => ReadAsync(() => _library.ReadStampAsync(cancellationToken));

    /// <inheritdoc />
    public Task<LibraryRead> ReadLibraryAsync(IProgress<LibraryReadProgress>? progress, CancellationToken cancellationToken)
        => ReadAsync(() => _library.ReadAsync(progress, cancellationToken));

    /// <inheritdoc />
    public Task<LibraryNews?> ReadNewsAsync(KnownLibrary known, LibraryStamp now, CancellationToken cancellationToken)
        => ReadAsync(() => _library.ReadNewsAsync(known, now, cancellationToken));

    /// <inheritdoc />
    public Task<IReadOnlyList<KeyValuePair<string, int>>> ReadGenresAsync(CancellationToken cancellationToken)
        => ReadAsync<IReadOnlyList<KeyValuePair<string, int>>>(async () =>
        [
            .. (await _client.GetGenresAsync(cancellationToken))
                .Where(genre => !string.IsNullOrWhiteSpace(genre.Value) && genre.SongCount is > 0 and <= int.MaxValue)
                .Select(genre => KeyValuePair.Create(genre.Value!.Trim(), (int)genre.SongCount!))
                .OrderByDescending(genre => genre.Value).ThenBy(genre => genre.Key, StringComparer.Ordinal),
        ]);

    /// <inheritdoc />
    public Task<IReadOnlyList<TargetSummary>> ListTargetsAsync(CancellationToken cancellationToken)
        => ReadAsync<IReadOnlyList<TargetSummary>>(async () =>
        {
            var playlists = await _client.GetPlaylistsAsync(cancellationToken);
            return [.. playlists.Select(playlist => TargetMapper.ToSummary(playlist, _client.UserName)).Where(summary => summary.Id.Length > 0)];
        });

    /// <inheritdoc />
    public Task<Target?> ReadTargetAsync(string targetId, CancellationToken cancellationToken)
        => ReadAsync(async () => await FindAsync(targetId, cancellationToken) is { } playlist ? ToTarget(playlist) : null);

    /// <inheritdoc />
    public int SongsPerCall => _client.Server.SongsPerRequest;

    /// <inheritdoc />
    public Task<Target?> SyncPlaylistAsync(string name, IReadOnlyList<string> songIds, CancellationToken cancellationToken)
        => WriteAsync(async () =>
        {
            var created = await SendSongsAsync(songIds.Count, () => _client.CreatePlaylistAsync(name, songIds, cancellationToken));
            return created?.Id is not { Length: > 0 } id ? null
                : ToTarget(IsAnswer(created, songIds) ? created : await ReadBackAsync(id, cancellationToken));
        });

    /// <inheritdoc />
    public Task<Target> UpdatePlaylistTracksAsync(string targetId, string name, IReadOnlyList<string> songIds, CancellationToken cancellationToken)
        => WriteAsync(async () => ToTarget(songIds.Count > 0
            ? await ReplaceAsync(targetId, name, songIds, cancellationToken)
            : await EmptyAsync(targetId, name, cancellationToken)));

    /// <inheritdoc />
    public Task AppendAsync(string targetId, IReadOnlyList<string> songIds, CancellationToken cancellationToken)
        => WriteAsync(async () =>
        {
            await SendSongsAsync(songIds.Count, async () =>
            {
                await _client.AppendAsync(targetId, songIds, cancellationToken);
                return true;
            });
            return true;
        });

    /// <inheritdoc />
    public bool MayEditRows => _client.Server.IsNavidrome;

    /// <inheritdoc />
    public Task<bool> HoldsRowsAsync(string targetId, IReadOnlyList<string> songIds, IReadOnlyList<int> positions, CancellationToken cancellationToken)
        => ReadAsync(() => _rows.HoldsAsync(targetId, songIds, positions, cancellationToken));

    /// <inheritdoc />
    public Task RemoveRowsAsync(string targetId, IReadOnlyList<int> positions, CancellationToken cancellationToken)
        => WriteAsync(async () =>
        {
            await _rows.RemoveAsync(targetId, positions, cancellationToken);
            return true;
        });

    /// <inheritdoc />
    public Task MoveRowAsync(string targetId, int from, int to, CancellationToken cancellationToken)
        => WriteAsync(async () =>
        {
            await _rows.MoveAsync(targetId, from, to, cancellationToken);
            return true;
        });

    /// <inheritdoc />
    public Task UpdateDetailsAsync(string targetId, string? name, string? comment, CancellationToken cancellationToken)
        => WriteAsync(async () =>
        {
            if (name is not null || comment is not null)
            {
                await _client.UpdatePlaylistAsync(targetId, name, comment, cancellationToken);
            }

            return true;
        });

    /// <inheritdoc />
    public Task DeletePlaylistAsync(string targetId, CancellationToken cancellationToken)
        => WriteAsync(async () =>
        {
            // An unknown playlist is already deleted, unless an upgrade has just given it a new id.
            if (!await TryDeleteAsync(targetId, cancellationToken) && _client.Server.IsNavidrome && Translate(targetId) is var translated && translated != targetId)
            {
                await TryDeleteAsync(translated, cancellationToken);
            }

            return true;
        });

    /// <inheritdoc />
    public bool MayTakeCovers => _client.Server.MayTakeCovers;

    /// <inheritdoc />
    public Task<bool> HasUploadedCoverAsync(string targetId, CancellationToken cancellationToken)
        => ReadAsync(() => _native.HasImageAsync(targetId, cancellationToken));

    /// <inheritdoc />
    public Task<CoverImage?> ReadUploadedCoverAsync(string targetId, CancellationToken cancellationToken)
        // Without a size, Navidrome sends the file unchanged.
        => ReadImageAsync("pl-" + targetId, size: null, cancellationToken);

    /// <inheritdoc />
    public Task UploadCoverAsync(string targetId, CoverImage cover, CancellationToken cancellationToken)
        => WriteAsync(async () =>
        {
            await _native.UploadAsync(targetId, cover, cancellationToken);
            _client.Server.Learn(profile => profile with { TakesCovers = true });
            return true;
        });

    /// <inheritdoc />
    public async Task<CoverImage?> ReadCoverAsync(string coverArtId, int size, CancellationToken cancellationToken)
        => await ReadImageAsync(coverArtId, size, cancellationToken) is { } cover && !await IsMadeUpAsync(coverArtId, cancellationToken) ? cover : null;

    /// <summary>Whether the server made the picture up because there is none. False if it does not say.</summary>
    private async Task<bool> IsMadeUpAsync(string coverArtId, CancellationToken cancellationToken)
    {
        if (!_client.Server.MayTellAbsentImages || CoverOwner.Of(coverArtId) is not { } owner)
        {
            return false;
        }

        try
        {
            return await ReadAsync(() => _native.IsImageAbsentAsync(owner.Kind, owner.Id, cancellationToken));
        }
        catch (ProviderException)
        {
            // A proxy in front, or no password to log in with: then the picture is used as it is.
            return false;
        }
    }

    private Task<CoverImage?> ReadImageAsync(string coverArtId, int? size, CancellationToken cancellationToken)
        => OpenAsync(async () =>
        {
            try
            {
                using var response = await _client.GetCoverArtAsync(coverArtId, size, cancellationToken);
                var type = response.Content.Headers.ContentType?.MediaType;
                var bytes = await response.Content.ReadAsByteArrayAsync(cancellationToken);
                return type?.StartsWith("image/", StringComparison.OrdinalIgnoreCase) is true && bytes.Length > 0
                    ? new CoverImage(type, bytes)
                    : null;
            }
            catch (Exception failure) when (failure is SubsonicException { Code: SubsonicErrorCode.NotFound } or AnswerTooLongException
                or NotSubsonicException { StatusCode: HttpStatusCode.NotFound or HttpStatusCode.NotImplemented, IsForPeople: false })
            {
                return null;
            }
        });

    /// <inheritdoc />
    public Task<SongStream> OpenSongAsync(string songId, ByteRange? range, SongConversion? conversion, CancellationToken cancellationToken)
        => OpenAsync(() => _songs.OpenAsync(songId, range, conversion, cancellationToken));

    /// <inheritdoc />
    public string Translate(string id) => NavidromeIds.Translate(id);

    /// <inheritdoc />
    public Uri? LinkTo(string targetId) => LinkTo("playlist", targetId);

    /// <inheritdoc />
    public Uri? LinkTo(Song song) => song.AlbumId is { } album ? LinkTo("album", album) : null; // Navidrome shows a song on its album's page

    private Uri? LinkTo(string kind, string id)
        // A server that has not been asked yet is taken for what the provider is called.
        => _client.Server is { IsKnown: true, IsNavidrome: false }
            ? null
            : new Uri($"{_client.Server.BaseAddress.AbsoluteUri.TrimEnd('/')}/app/#/{kind}/{Uri.EscapeDataString(id)}/show");

    private async Task<WirePlaylist> ReplaceAsync(string targetId, string name, IReadOnlyList<string> songIds, CancellationToken cancellationToken)
    {
        var replaced = await SendSongsAsync(songIds.Count, () => _client.ReplacePlaylistAsync(targetId, name, songIds, cancellationToken));
        if (_client.Server.IsGonic && replaced?.Id is { Length: > 0 } id && id != targetId)
        {
            // gonic creates a new playlist if it does not know the id: a playlist that is gone must not come back as another one.
            await _client.DeletePlaylistAsync(id, cancellationToken);
            throw Gone();
        }

        return replaced is not null && IsAnswer(replaced, songIds) ? replaced : await ReadBackAsync(targetId, cancellationToken);
    }

    /// <summary>Whether the answer to a write shows the playlist's content, so that it need not be read back.</summary>
    private static bool IsAnswer(WirePlaylist playlist, IReadOnlyList<string> songIds) => playlist.Entry.Count > 0 || songIds.Count == 0;

    /// <summary>
    /// Some servers empty a list that is replaced with nothing, but Navidrome leaves it alone. There, one song replaces all rows, including
    /// those of missing files, which would otherwise reappear with their drive. Then that song is removed by its index.
    /// </summary>
    private async Task<WirePlaylist> EmptyAsync(string targetId, string name, CancellationToken cancellationToken)
    {
        // Read first, so that a server that never answered before is known from here on.
        var current = await ReadBackAsync(targetId, cancellationToken);
        if (_client.Server.MayEmptyByReplacing)
        {
            await _client.ReplacePlaylistAsync(targetId, name, [], cancellationToken);
            var after = await ReadBackAsync(targetId, cancellationToken);
            if (after.Entry.Count == 0)
            {
                _client.Server.Learn(profile => current.Entry.Count > 0 ? profile with { EmptiesByReplacing = true } : profile);
                return after;
            }

            _client.Server.Learn(profile => profile with { EmptiesByReplacing = false });
        }

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
            ?? throw Gone();

    private ProviderException Gone()
        => new(ProviderKinds.Navidrome, ProviderFailure.NotFound, new Fact.PlaylistNotThere(_client.Server.Name));

    private async Task<bool> TryDeleteAsync(string targetId, CancellationToken cancellationToken)
    {
        try
        {
            await _client.DeletePlaylistAsync(targetId, cancellationToken);
            return true;
        }
        catch (SubsonicException refusal) when (refusal.IsNotFound)
        {
            return false;
        }
    }

    private async Task<WirePlaylist?> FindAsync(string targetId, CancellationToken cancellationToken)
    {
        try
        {
            return await _client.GetPlaylistAsync(targetId, cancellationToken);
        }
        catch (Exception failure) when (_client.Server.IsGonic && failure is HttpRequestException or IOException && !NavidromeFailures.IsAway(failure))
        {
            if (await CountAsync(targetId, cancellationToken) is { } songs && songs >= LongOnGonic)
            {
                throw TooLongForGonic(songs, failure);
            }

            throw;
        }
        catch (SubsonicException refusal) when (refusal.IsNotFound)
        {
            return null;
        }
    }

    /// <summary>The playlist's number of songs in the list of playlists, whose answer is always short. Null if it cannot be read
    /// either.</summary>
    private async Task<long?> CountAsync(string targetId, CancellationToken cancellationToken)
    {
        try
        {
            return (await _client.GetPlaylistsAsync(cancellationToken)).FirstOrDefault(playlist => playlist.Id == targetId)?.SongCount;
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or NotSubsonicException or SubsonicException)
        {
            return null;
        }
    }

    /// <summary>gonic closes the connection if a call takes more than five seconds, whether or not it was carried out. From then on, fewer
    /// songs are sent per call.</summary>
    private async Task<T> SendSongsAsync<T>(int songs, Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (Exception failure) when (songs >= ManyOnGonic && _client.Server.IsGonic && failure is HttpRequestException or IOException && !NavidromeFailures.IsAway(failure))
        {
            _client.Server.LearnTooMuch(songs + SubsonicClient.ParametersBesideSongs);
            throw new ProviderException(
                ProviderKinds.Navidrome, ProviderFailure.Unavailable,
                new Fact.WriteCutShort(_client.Server.Name, songs, SongsPerCall), failure);
        }
    }

    private ProviderException TooLongForGonic(long songs, Exception cause)
        => new(ProviderKinds.Navidrome, ProviderFailure.Unavailable, new Fact.ReadCutShort(_client.Server.Name, songs), cause);

    private Target ToTarget(WirePlaylist playlist) => TargetMapper.ToTarget(playlist, _client.UserName);

    private Task<T> ReadAsync<T>(Func<Task<T>> call) => NavidromeFailures.ReadAsync(() => KeepingAsync(call), () => _client.Server);

    private Task<T> OpenAsync<T>(Func<Task<T>> call) => NavidromeFailures.OpenAsync(() => KeepingAsync(call), () => _client.Server);

    private Task<T> WriteAsync<T>(Func<Task<T>> call) => NavidromeFailures.WriteAsync(() => KeepingAsync(call), () => _client.Server);

    /// <summary>Stores what a call has shown about the server, whether it succeeded or not.</summary>
    private async Task<T> KeepingAsync<T>(Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        finally
        {
            await _client.Server.KeepAsync();
        }
    }
}
