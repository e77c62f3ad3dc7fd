using System.Globalization;
using System.Text.Json;
using Refit;
using Spotter.Core.Facts;
using Spotter.Core.Providers.Http;
using Spotter.Core.Tracks;

namespace Spotter.Core.Providers.LastFm;

/// <summary>Last.fm as one user sees it or, without a user, its public lists.</summary>
internal sealed class LastFmProvider : IConnectedSource
{
    private const int PageSize = 200;
    private const int TopSize = 100;

    /// <summary>Nobody loves more tracks. If the pages never end, the service is broken.</summary>
    private const int MaxPages = 100;

    /// <summary>Last.fm does not say how long to wait after too many requests.</summary>
    private static readonly TimeSpan TooOftenPause = TimeSpan.FromMinutes(5);

    private readonly ILastFmApi _api;
    private readonly ServiceGate _gate;
    private readonly TimeProvider _clock;
    private readonly SourceFailures _failures;
    private readonly string? _user;
    private readonly string? _apiKey;

    public LastFmProvider(ILastFmApi api, ServiceGate gate, string? user, string? apiKey, TimeProvider clock)
    {
        (_api, _gate, _clock, _user, _apiKey) = (api, gate, clock, user, apiKey);
        _failures = new SourceFailures(Kind, LastFmProviderFactory.Name, clock, Interpret);
    }

    public string Kind => LastFmProviderFactory.KindName;

    public async Task<SourceOwner> CheckAsync(CancellationToken cancellationToken)
    {
        var user = _user ?? throw _failures.Of(ProviderFailure.Malformed, new Fact.FieldEmpty(new Fact.UserNameField()));
        var answer = await AskAsync(key => _api.AskAsync("user.getInfo", key, user: user, cancellationToken: cancellationToken));
        var name = answer.User?.Name is { Length: > 0 } said ? said : throw _failures.Malformed(new Fact.AnswerWithoutOwner());
        return new(name.ToLowerInvariant(), name);
    }

    public async Task<IReadOnlyList<SourcePlaylistSummary>> ListPlaylistsAsync(CancellationToken cancellationToken)
    {
        if (_user is null)
        {
            return [];
        }

        // Proves that the account exists, and shows whether the loved tracks have changed.
        var loved = await ReadPageAsync(new LastFmList("loved", _user), 1, 1, cancellationToken);
        return
        [
            .. LastFmList.Of(_user).Select(list => Summarize(list, null) with
            {
                Group = list.Period is null ? new Fact.GroupTracks() : new Fact.GroupTopTracks(),
                TrackCount = list.Sort == "loved" ? loved.Paging?.Total : null,
                Version = list.Sort == "loved" ? VersionOf(loved) : null,
            }),
        ];
    }

    public async Task<SourcePlaylist?> GetPlaylistAsync(string remoteId, CancellationToken cancellationToken)
    {
        if (LastFmList.Find(remoteId) is not { } list)
        {
            return null;
        }

        var size = list.Sort is "loved" or "recent" ? PageSize : TopSize;
        var first = await ReadPageAsync(list, 1, size, cancellationToken);
        var rows = first.Rows.ToList();
        for (var number = 2; list.Sort == "loved" && number <= (first.Paging?.TotalPages ?? 1); number++)
        {
            var page = number > MaxPages ? throw _failures.Malformed(new Fact.AnswerLovedEndless()) : await ReadPageAsync(list, number, size, cancellationToken);
            if (page.Rows.Count == 0)
            {
                throw _failures.Of(ProviderFailure.Unavailable, new Fact.ServiceListCut(LastFmProviderFactory.Name));
            }

            rows.AddRange(page.Rows);
        }

        var tracks = rows.Where(row => !LastFmMapper.IsPlayingNow(row)).Select(LastFmMapper.ToTrack).OfType<SourceTrack>();

        // A history repeats tracks; a playlist made from it should not.
        List<SourceTrack> kept = list.Sort == "recent" ? [.. tracks.DistinctBy(track => (track.Title, track.ArtistLine))] : [.. tracks];
        return new(Summarize(list, kept.Count) with { Version = list.Sort == "loved" ? VersionOf(first) : null }, kept);
    }

    private static SourcePlaylistSummary Summarize(LastFmList list, int? count) => new(list.RemoteId, list.Name, count)
    {
        Description = "Powered by Last.fm",
        ExternalUrl = list.ExternalUrl,
    };

    /// <summary>A version of the loved tracks: their number, and the time of the newest.</summary>
    private static string? VersionOf(LastFmPayloads.TrackList loved)
        => loved is { Paging.Total: { } total, Rows: [var newest, ..] } && LastFmMapper.Moment(newest) is { Length: > 0 } moment
            ? string.Create(CultureInfo.InvariantCulture, $"{total} {moment}")
            : null;

    private async Task<LastFmPayloads.TrackList> ReadPageAsync(LastFmList list, int page, int size, CancellationToken cancellationToken)
    {
        var answer = await AskAsync(key => list.Sort switch
        {
            "loved" => _api.AskAsync("user.getLovedTracks", key, user: list.About, limit: size, page: page, cancellationToken: cancellationToken),
            "recent" => _api.AskAsync("user.getRecentTracks", key, user: list.About, limit: size, cancellationToken: cancellationToken),
            "chart" => _api.AskAsync("chart.getTopTracks", key, limit: size, cancellationToken: cancellationToken),
            "tag" => _api.AskAsync("tag.getTopTracks", key, tag: list.About, limit: size, cancellationToken: cancellationToken),
            "artist" => _api.AskAsync("artist.getTopTracks", key, artist: list.About, limit: size, cancellationToken: cancellationToken),
            _ => _api.AskAsync("user.getTopTracks", key, user: list.About, period: list.Period, limit: size, cancellationToken: cancellationToken),
        });
        var found = answer.List ?? throw _failures.Malformed(new Fact.AnswerWithoutList());
        return found.Track.ValueKind == JsonValueKind.Undefined && found.Paging?.Total is not 0 ? throw _failures.Malformed(new Fact.AnswerListEmpty()) : found;
    }

    private async Task<LastFmPayloads.Answer> AskAsync(Func<string, Task<LastFmPayloads.Answer>> ask)
    {
        var key = _apiKey ?? throw _failures.Of(ProviderFailure.Forbidden, new Fact.LastFmWantsKey());
        try
        {
            var answer = await _failures.RunAsync(() => ask(key));

            // A refusal may have a successful HTTP status.
            return answer.Error is { } code ? throw OfError(code, answer.Message, null) : answer;
        }
        catch (ProviderException failure) when (failure is { RetryAt: { } retryAt, InnerException: not ServicePausedException } && retryAt > _clock.GetUtcNow())
        {
            await _gate.PauseAsync(retryAt - _clock.GetUtcNow(), failure.Reason, CancellationToken.None);
            throw;
        }
    }

    private ProviderException? Interpret(ApiException refusal)
    {
        try
        {
            return refusal.Content is { Length: > 0 } body
                && JsonSerializer.Deserialize<LastFmPayloads.Answer>(body, JsonSerializerOptions.Web) is { Error: { } code } answer
                    ? OfError(code, answer.Message, refusal)
                    : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Sorts the codes of last.fm/api/errorcodes by what happens next.</summary>
    private ProviderException OfError(int code, string? message, Exception? cause) => code switch
    {
        6 when message?.Contains("user", StringComparison.OrdinalIgnoreCase) == true && _user is not null
            => _failures.Of(ProviderFailure.Unauthorized, new Fact.ServiceUserUnknown(LastFmProviderFactory.Name, _user), cause),
        6 or 7 => _failures.Of(ProviderFailure.NotFound, new Fact.LastFmNameUnknown(), cause),
        4 or 9 or 14 => _failures.Of(ProviderFailure.Unauthorized, new Fact.LastFmSignInEnded(), cause),
        10 => _failures.Of(ProviderFailure.Unauthorized, new Fact.LastFmKeyRefused(), cause),
        26 => _failures.Of(ProviderFailure.Unauthorized, new Fact.LastFmKeySuspended(), cause),
        17 => _failures.Of(ProviderFailure.Forbidden, new Fact.LastFmPrivate(), cause),
        29 => new ProviderException(Kind, ProviderFailure.Unavailable, new Fact.ServiceAskedTooOften(LastFmProviderFactory.Name), cause) { RetryAt = _clock.GetUtcNow() + TooOftenPause },
        8 or 11 or 16 => _failures.Of(ProviderFailure.Unavailable, new Fact.LastFmOutOfOrder(), cause),
        _ => _failures.Of(ProviderFailure.Malformed, new Fact.ServiceRefusedByCode(LastFmProviderFactory.Name, code), cause),
    };
}
