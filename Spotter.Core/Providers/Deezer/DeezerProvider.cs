using System.Globalization;
using System.Text.RegularExpressions;
using Spotter.Core.Facts;
using Spotter.Core.Providers.Http;
using Spotter.Core.Tracks;

namespace Spotter.Core.Providers.Deezer;

/// <summary>Deezer without a sign-in: public playlists by their link.</summary>
internal sealed partial class DeezerProvider(IDeezerApi api, ServiceGate gate, TimeProvider clock) : IConnectedSource
{
    private const int PageSize = 100;

    /// <summary>A playlist has at most two thousand tracks. If the pages never end, the service is broken.</summary>
    private const int MaxPages = 200;

    /// <summary>Deezer counts requests over five seconds, per address. Others may share our address, so the pause is longer than a call
    /// would wait.</summary>
    private static readonly TimeSpan QuotaPause = TimeSpan.FromMinutes(1);

    private readonly SourceFailures _failures = new(DeezerProviderFactory.KindName, DeezerProviderFactory.Name, clock);

    public string Kind => DeezerProviderFactory.KindName;

    public Task<SourceOwner> CheckAsync(CancellationToken cancellationToken)
        => throw _failures.Of(ProviderFailure.Malformed, new Fact.DeezerNoSignIn());

    public Task<IReadOnlyList<SourcePlaylistSummary>> ListPlaylistsAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<SourcePlaylistSummary>>([]);

    public async Task<SourcePlaylist?> GetPlaylistAsync(string remoteId, CancellationToken cancellationToken)
    {
        try
        {
            // Read first: if the playlist changes while its pages are read, the checksum differs at the next read.
            var playlist = await AskAsync(() => api.GetPlaylistAsync(remoteId, cancellationToken));
            if (playlist.Title is null)
            {
                throw _failures.Malformed(new Fact.AnswerWithoutTitle());
            }

            List<Tracks.SourceTrack> tracks = [.. DeezerMapper.ToTracks(await ReadTracksAsync(remoteId, cancellationToken))];
            return new(DeezerMapper.ToSummary(playlist, remoteId, tracks.Count), tracks);
        }
        catch (ProviderException failure) when (failure.Failure == ProviderFailure.NotFound)
        {
            return null;
        }
    }

    private async Task<List<DeezerPayloads.Track?>> ReadTracksAsync(string id, CancellationToken cancellationToken)
    {
        var tracks = new List<DeezerPayloads.Track?>();
        var index = 0;
        for (var number = 0; number < MaxPages; number++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var page = await AskAsync(() => api.GetTracksAsync(id, index, PageSize, cancellationToken));
            tracks.AddRange(page.Data ?? throw _failures.Malformed(new Fact.AnswerPlaylistWithoutTracks()));
            if (string.IsNullOrEmpty(page.Next))
            {
                // A page may lack rows that Deezer no longer has, but the last page must reach the end.
                return index + PageSize >= (page.Total ?? throw _failures.Malformed(new Fact.AnswerWithoutCount()))
                    ? tracks
                    : throw _failures.Of(ProviderFailure.Unavailable, new Fact.ServiceListCut(DeezerProviderFactory.Name));
            }

            // Only the index is taken from that address: Deezer decides how long its pages are, but not which address is called.
            index = Index().Match(page.Next) is { Success: true } match && int.Parse(match.ValueSpan, CultureInfo.InvariantCulture) is var next && next > index
                ? next
                : throw _failures.Malformed(new Fact.AnswerPageMisplaced());
        }

        throw _failures.Malformed(new Fact.AnswerEndless());
    }

    private async Task<T> AskAsync<T>(Func<Task<T>> ask)
        where T : DeezerPayloads.Answer
    {
        var answer = await _failures.RunAsync(ask);
        if (answer.Error is not { } refusal)
        {
            return answer;
        }

        var failure = OfError(refusal.Code);
        if (failure.RetryAt is { } retryAt)
        {
            await gate.PauseAsync(retryAt - clock.GetUtcNow(), failure.Reason, CancellationToken.None);
        }

        throw failure;
    }

    /// <summary>Sorts the codes of developers.deezer.com/api/errors by what happens next.</summary>
    private ProviderException OfError(int? code) => code switch
    {
        4 => new ProviderException(Kind, ProviderFailure.Unavailable, new Fact.ServiceAskedTooOften(DeezerProviderFactory.Name)) { RetryAt = clock.GetUtcNow() + QuotaPause },
        700 => _failures.Of(ProviderFailure.Unavailable, new Fact.DeezerBusy()),
        800 => _failures.Of(ProviderFailure.NotFound, new Fact.ServiceHasNot(DeezerProviderFactory.Name)),
        200 or 300 => _failures.Of(ProviderFailure.Forbidden, new Fact.DeezerPrivate()),
        _ => _failures.Of(ProviderFailure.Malformed, new Fact.ServiceRefusedByCode(DeezerProviderFactory.Name, code ?? 0)),
    };

    [GeneratedRegex(@"(?<=[?&]index=)[0-9]{1,7}(?=&|$)")]
    private static partial Regex Index();
}
