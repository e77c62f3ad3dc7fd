using System.Globalization;
using System.Net;
using Refit;
using Spotter.Core.Facts;
using Spotter.Core.Providers.Http;
using Spotter.Core.Tracks;

namespace Spotter.Core.Providers.Spotify;

/// <summary>Spotify as the signed-in user sees it.</summary>
internal sealed class SpotifyProvider : IConnectedSource
{
    private const int PageSize = 50;

    /// <summary>A playlist holds at most ten thousand tracks, and nobody has more playlists than that.</summary>
    private const int MaxPages = 1000;

    private const string LikedPrefix = "liked:";

    private readonly ISpotifyApi _api;
    private readonly SpotifyTokens _tokens;
    private readonly SourceSession _session;
    private readonly TimeProvider _clock;
    private readonly SourceFailures _failures;

    public SpotifyProvider(ISpotifyApi api, SpotifyTokens tokens, SourceSession session, TimeProvider clock)
    {
        (_api, _tokens, _session, _clock) = (api, tokens, session, clock);
        _failures = new SourceFailures(Kind, SpotifyProviderFactory.Name, clock, Interpret);
    }

    public string Kind => SpotifyProviderFactory.KindName;

    public async Task<SourceOwner> CheckAsync(CancellationToken cancellationToken)
    {
        var me = await GetMeAsync(cancellationToken);
        return new(me.Id, string.IsNullOrWhiteSpace(me.DisplayName) ? me.Id : me.DisplayName) { SignInEndsAt = SpotifyTokens.SignInEndsAt(_session.Values) };
    }

    public async Task<IReadOnlyList<SourcePlaylistSummary>> ListPlaylistsAsync(CancellationToken cancellationToken)
    {
        var me = await GetMeAsync(cancellationToken);
        var liked = await AskAsync(token => _api.GetLikedAsync(1, 0, token, cancellationToken));
        var playlists = await ReadAllAsync((offset, token) => _api.GetPlaylistsAsync(PageSize, offset, token, cancellationToken), cancellationToken);
        return [Liked(me.Id, liked), .. playlists.OfType<SpotifyPayloads.Playlist>().Select(playlist => SpotifyMapper.ToSummary(playlist, me.Id))];
    }

    public async Task<SourcePlaylist?> GetPlaylistAsync(string remoteId, CancellationToken cancellationToken)
    {
        try
        {
            return remoteId.StartsWith(LikedPrefix, StringComparison.Ordinal)
                ? await ReadLikedAsync(remoteId[LikedPrefix.Length..], cancellationToken)
                : await ReadPlaylistAsync(remoteId, cancellationToken);
        }
        catch (ProviderException failure) when (failure.Failure == ProviderFailure.NotFound)
        {
            return null;
        }
    }

    private static SourcePlaylistSummary Liked(string userId, SpotifyPayloads.Page<SpotifyPayloads.Entry> first) => new(LikedPrefix + userId, "Liked Songs", first.Total)
    {
        ExternalUrl = "https://open.spotify.com/collection/tracks",
        Group = new Fact.GroupLibrary(),
        // It has no stamp of its own; what is liked or no longer liked moves the count or the newest moment.
        Version = first.Items is [{ AddedAt: { } newest }, ..] ? string.Create(CultureInfo.InvariantCulture, $"{first.Total} {newest}") : null,
    };

    private Task<SpotifyPayloads.User> GetMeAsync(CancellationToken cancellationToken) => AskAsync(token => _api.GetMeAsync(token, cancellationToken));

    private async Task<SourcePlaylist> ReadLikedAsync(string userId, CancellationToken cancellationToken)
    {
        var first = await AskAsync(token => _api.GetLikedAsync(1, 0, token, cancellationToken));
        var entries = await ReadAllAsync((offset, token) => _api.GetLikedAsync(PageSize, offset, token, cancellationToken), cancellationToken);
        List<SourceTrack> tracks = [.. SpotifyMapper.ToTracks(entries)];
        return new(Liked(userId, first) with { TrackCount = tracks.Count }, tracks);
    }

    private async Task<SourcePlaylist> ReadPlaylistAsync(string id, CancellationToken cancellationToken)
    {
        // Read first: if the playlist changes while its pages are read, its version differs and it is read again next time.
        var playlist = await AskAsync(token => _api.GetPlaylistAsync(id, token, cancellationToken));
        var entries = await ReadAllAsync((offset, token) => _api.GetItemsAsync(id, PageSize, offset, token, cancellationToken), cancellationToken);
        List<SourceTrack> tracks = [.. SpotifyMapper.ToTracks(entries)];
        return new(SpotifyMapper.ToSummary(playlist, playlist.Owner?.Id ?? "") with { TrackCount = tracks.Count }, tracks);
    }

    private async Task<List<T?>> ReadAllAsync<T>(Func<int, string, Task<SpotifyPayloads.Page<T>>> read, CancellationToken cancellationToken)
    {
        var all = new List<T?>();
        for (var number = 0; number < MaxPages; number++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var page = await AskAsync(token => read(all.Count, token));
            all.AddRange(page.Items);
            if (all.Count >= page.Total)
            {
                return all;
            }

            if (page.Items.Count == 0)
            {
                throw _failures.Of(ProviderFailure.Unavailable, new Fact.ServiceListCut(SpotifyProviderFactory.Name));
            }
        }

        throw _failures.Malformed(new Fact.AnswerEndless());
    }

    private async Task<T> AskAsync<T>(Func<string, Task<T>> ask)
    {
        var token = await _tokens.GetAsync(_session, refused: null, CancellationToken.None);
        try
        {
            return await _failures.RunAsync(() => ask($"Bearer {token}"));
        }
        catch (ProviderException failure) when (failure is { Failure: ProviderFailure.Unauthorized, InnerException: ApiException { StatusCode: HttpStatusCode.Unauthorized } })
        {
            // Revoked early: try once with a new token.
            var renewed = await _tokens.GetAsync(_session, refused: token, CancellationToken.None);
            return await _failures.RunAsync(() => ask($"Bearer {renewed}"));
        }
    }

    private ProviderException? Interpret(ApiException refusal) => refusal.StatusCode switch
    {
        HttpStatusCode.Forbidden when refusal.Uri?.AbsolutePath.EndsWith("/items", StringComparison.Ordinal) == true
            => _failures.Of(ProviderFailure.Forbidden, new Fact.SpotifyNotYours(), refusal),
        HttpStatusCode.Forbidden => _failures.Of(
            ProviderFailure.Unauthorized,
            new Fact.SpotifyAccountRefused(), refusal),
        HttpStatusCode.TooManyRequests when refusal.Content?.Contains("QUOTA_EXCEEDED", StringComparison.Ordinal) == true
            => new ProviderException(Kind, ProviderFailure.Unavailable, new Fact.SpotifyQuotaUsed(), refusal)
            {
                RetryAt = _clock.GetUtcNow().AddHours(1),
            },
        _ => null,
    };
}
