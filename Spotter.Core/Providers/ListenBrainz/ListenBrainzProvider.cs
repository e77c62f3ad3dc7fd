using System.Net;
using Refit;
using Spotter.Core.Facts;
using Spotter.Core.Providers.Http;
using Spotter.Core.Tracks;

namespace Spotter.Core.Providers.ListenBrainz;

/// <summary>ListenBrainz as one user sees it: with a token also private playlists, without a user only public links.</summary>
internal sealed class ListenBrainzProvider(IListenBrainzApi api, string? user, string? token, TimeProvider clock) : IConnectedSource
{
    private const int PageSize = 100;

    /// <summary>More pages than anybody has. If the pages never end, the service is broken.</summary>
    private const int MaxPages = 100;

    private readonly SourceFailures _failures = new(
        ListenBrainzProviderFactory.KindName, ListenBrainzProviderFactory.Name, clock, refusal => Interpret(refusal, user, token));

    public string Kind => ListenBrainzProviderFactory.KindName;

    private string? Authorization => token is null ? null : $"Token {token}";

    public async Task<SourceOwner> CheckAsync(CancellationToken cancellationToken)
    {
        if (user is null)
        {
            throw _failures.Of(ProviderFailure.Malformed, new Fact.FieldEmpty(new Fact.UserNameField()));
        }

        var name = user;
        if (token is not null)
        {
            var check = await _failures.RunAsync(() => api.ValidateTokenAsync(Authorization, cancellationToken));
            name = check switch
            {
                { Valid: false } => throw _failures.Of(ProviderFailure.Unauthorized, new Fact.ListenBrainzTokenRefused()),
                { UserName: { } owner } when !owner.Equals(user, StringComparison.OrdinalIgnoreCase)
                    => throw _failures.Of(ProviderFailure.Unauthorized, new Fact.ListenBrainzTokenOfAnother(owner, user)),
                _ => check.UserName ?? user,
            };
        }

        // Proves that the user exists.
        await _failures.RunAsync(() => api.GetOwnAsync(name, 1, 0, Authorization, cancellationToken));
        return new(name.ToLowerInvariant(), name);
    }

    public async Task<IReadOnlyList<SourcePlaylistSummary>> ListPlaylistsAsync(CancellationToken cancellationToken)
    {
        if (user is null)
        {
            return [];
        }

        var created = await ListAsync(api.GetCreatedForAsync, user, cancellationToken);
        return
        [
            .. Series(created, user),
            .. Plain(created.Where(playlist => ListenBrainzSeries.Of(playlist) is null), new Fact.GroupCreatedForUser()),
            .. Plain(await ListAsync(api.GetOwnAsync, user, cancellationToken), new Fact.GroupOwn()),
            .. Plain(await ListAsync(api.GetCollaborativeAsync, user, cancellationToken), new Fact.GroupCollaborative()),
        ];
    }

    public async Task<SourcePlaylist?> GetPlaylistAsync(string remoteId, CancellationToken cancellationToken)
    {
        if (ListenBrainzSeries.Find(remoteId) is not { } series)
        {
            return await ReadAsync(remoteId, cancellationToken);
        }

        if (user is null || Series(await ListAsync(api.GetCreatedForAsync, user, cancellationToken), user).FirstOrDefault(s => s.RemoteId == remoteId) is not { } newest)
        {
            return null;
        }

        var content = await ReadAsync(ListenBrainzMapper.FindMbid(newest.ExternalUrl!.TrimEnd('/'))!, cancellationToken);
        return content is null ? null : content with { Summary = newest with { TrackCount = content.Tracks.Count } };
    }

    /// <summary>The newest playlist of each series.</summary>
    private static IEnumerable<SourcePlaylistSummary> Series(IEnumerable<ListenBrainzPayloads.Playlist> created, string user)
        => created
            .Select(playlist => (Playlist: playlist, Series: ListenBrainzSeries.Of(playlist), Mbid: ListenBrainzMapper.Mbid(playlist)))
            .Where(entry => entry is { Series: not null, Mbid: not null })
            .GroupBy(entry => entry.Series!)
            .Select(group => (Series: group.Key, Newest: group.MaxBy(entry => ListenBrainzMapper.MadeAt(entry.Playlist))))
            .Select(entry => ListenBrainzMapper.ToSummary(entry.Newest.Playlist, entry.Newest.Mbid!, new Fact.GroupNewestForUser()) with
            {
                RemoteId = ListenBrainzSeries.RemoteId(entry.Series, user),
                Name = ListenBrainzSeries.NameOf(entry.Series),
                Description = entry.Newest.Playlist.Title,
            });

    private static IEnumerable<SourcePlaylistSummary> Plain(IEnumerable<ListenBrainzPayloads.Playlist> playlists, Fact group)
        => playlists.Select(playlist => (Playlist: playlist, Mbid: ListenBrainzMapper.Mbid(playlist)))
            .Where(entry => entry.Mbid is not null)
            .Select(entry => ListenBrainzMapper.ToSummary(entry.Playlist, entry.Mbid!, group));

    private async Task<SourcePlaylist?> ReadAsync(string mbid, CancellationToken cancellationToken)
    {
        try
        {
            var playlist = (await _failures.RunAsync(() => api.GetPlaylistAsync(mbid, Authorization, cancellationToken))).Playlist;
            var tracks = ListenBrainzMapper.ToTracks(playlist.Track ?? throw _failures.Malformed(new Fact.AnswerPlaylistWithoutTracks()));
            return new(ListenBrainzMapper.ToSummary(playlist, mbid, null) with { TrackCount = tracks.Count }, tracks);
        }
        catch (ProviderException failure) when (failure.Failure == ProviderFailure.NotFound)
        {
            return null;
        }
    }

    private async Task<List<ListenBrainzPayloads.Playlist>> ListAsync(
        Func<string, int, int, string?, CancellationToken, Task<ListenBrainzPayloads.PlaylistPage>> read, string name, CancellationToken cancellationToken)
    {
        var all = new List<ListenBrainzPayloads.Playlist>();
        var seen = 0;
        for (var number = 0; number < MaxPages; number++)
        {
            var offset = seen;
            var page = await _failures.RunAsync(() => read(name, PageSize, offset, Authorization, cancellationToken));
            all.AddRange(page.Playlists.OfType<ListenBrainzPayloads.PlaylistEnvelope>().Select(envelope => envelope.Playlist));
            seen += page.Playlists.Count;
            if (page.Playlists.Count == 0 || seen >= page.PlaylistCount || (page.PlaylistCount is null && page.Playlists.Count < PageSize))
            {
                return all;
            }
        }

        throw _failures.Malformed(new Fact.AnswerPlaylistsEndless());
    }

    private static ProviderException? Interpret(ApiException refusal, string? user, string? token) => (refusal.StatusCode, token) switch
    {
        (HttpStatusCode.Unauthorized, null) => Of(
            ProviderFailure.Forbidden, new Fact.ListenBrainzPrivate(), refusal),
        (HttpStatusCode.Unauthorized, _) => Of(ProviderFailure.Unauthorized, new Fact.ListenBrainzTokenRefused(), refusal),
        (HttpStatusCode.NotFound, _) when refusal.Uri?.AbsolutePath.Contains("/user/", StringComparison.Ordinal) == true => Of(
            ProviderFailure.Unauthorized, new Fact.ServiceUserUnknown(ListenBrainzProviderFactory.Name, user), refusal),
        _ => null,
    };

    private static ProviderException Of(ProviderFailure failure, Fact reason, Exception cause)
        => new(ListenBrainzProviderFactory.KindName, failure, reason, cause);
}
