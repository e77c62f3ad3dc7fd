using System.Net.Http.Headers;
using System.Runtime.ExceptionServices;
using Refit;
using Spotter.Core.Accounts;
using Spotter.Core.Providers;
using Spotter.Navidrome.Subsonic.Wire;

namespace Spotter.Navidrome.Subsonic;

/// <summary>Makes calls for one user: adds the login to each, and finds out which kind of login the server accepts.</summary>
internal sealed class SubsonicClient(ISubsonicApi api, HttpClient http, SubsonicServer server, Credentials credentials)
{
    public SubsonicServer Server => server;

    public string UserName => credentials.UserName;

    public Task<SubsonicReply> PingAsync(CancellationToken cancellationToken) => CallAsync(api.PingAsync, [], cancellationToken);

    public async Task<SubsonicUser?> GetUserAsync(CancellationToken cancellationToken)
        => (await CallAsync(api.GetUserAsync, [new("username", credentials.UserName)], cancellationToken)).User;

    public async Task<ScanStatus> GetScanStatusAsync(CancellationToken cancellationToken)
        => (await CallAsync(api.GetScanStatusAsync, [], cancellationToken)).ScanStatus ?? new ScanStatus();

    /// <summary>The ids of the libraries that the user may see.</summary>
    public async Task<IReadOnlyList<string>> GetMusicFolderIdsAsync(CancellationToken cancellationToken)
        => [.. ((await CallAsync(api.GetMusicFoldersAsync, [], cancellationToken)).MusicFolders?.MusicFolder ?? []).Select(folder => folder.Id).OfType<string>()];

    /// <summary>The songs of an album.</summary>
    public async Task<IReadOnlyList<Child>> GetAlbumSongsAsync(string id, CancellationToken cancellationToken)
        => (await CallAsync(api.GetAlbumAsync, [new("id", id)], cancellationToken)).Album?.Song ?? [];

    /// <summary>When the server last scanned, in Unix milliseconds of its clock, or null if it does not say.</summary>
    public async Task<long?> GetLastModifiedAsync(CancellationToken cancellationToken)
    {
        // Asked for changes "since the year 2100", the server leaves out the index itself, which may be megabytes.
        var reply = await CallAsync(api.GetIndexesAsync, [new("ifModifiedSince", "4102444800000")], cancellationToken);
        return reply.Indexes?.LastModified is > 0 and var lastModified ? lastModified : null;
    }

    public async Task<IReadOnlyList<WireGenre>> GetGenresAsync(CancellationToken cancellationToken)
        => (await CallAsync(api.GetGenresAsync, [], cancellationToken)).Genres?.Genre ?? [];

    public async Task<IReadOnlyList<Child>> SearchSongsAsync(string query, int count, int offset, CancellationToken cancellationToken)
    {
        var reply = await CallAsync(
            api.Search3Async,
            [
                new("query", query), new("artistCount", "0"), new("albumCount", "0"),
                new("songCount", Text(count)), new("songOffset", Text(offset)),
            ],
            cancellationToken);
        var songs = reply.SearchResult3?.Song ?? [];
        server.Learn(songs);
        return songs;
    }

    public async Task<IReadOnlyList<WirePlaylist>> GetPlaylistsAsync(CancellationToken cancellationToken)
    {
        var playlists = (await CallAsync(api.GetPlaylistsAsync, [], cancellationToken)).Playlists?.Playlist ?? [];
        server.Learn(playlists);
        return playlists;
    }

    public async Task<WirePlaylist?> GetPlaylistAsync(string id, CancellationToken cancellationToken)
        => (await CallAsync(api.GetPlaylistAsync, [new("id", id)], cancellationToken)).Playlist;

    /// <summary>The maximum number of parameters of a call besides its songs: the login, the format, the playlist and its name.</summary>
    public const int ParametersBesideSongs = 8;

    /// <summary>Creates a playlist. Null if the server does not return it.</summary>
    public Task<WirePlaylist?> CreatePlaylistAsync(string name, IReadOnlyList<string> songIds, CancellationToken cancellationToken)
        => WriteSongsAsync([new("name", name)], songIds, cancellationToken);

    /// <summary>Replaces a playlist's content. Null if the server does not return it.</summary>
    public Task<WirePlaylist?> ReplacePlaylistAsync(string id, string name, IReadOnlyList<string> songIds, CancellationToken cancellationToken)
        => WriteSongsAsync([new("playlistId", id), new("name", name)], songIds, cancellationToken);

    /// <summary>Adds songs at the end. Must not be repeated, or they would be added twice.</summary>
    public Task AppendAsync(string id, IReadOnlyList<string> songIds, CancellationToken cancellationToken)
        => CallAsync(
            api.UpdatePlaylistAsync,
            [new("playlistId", id), .. songIds.Select(song => new KeyValuePair<string, string>("songIdToAdd", song))],
            cancellationToken);

    public Task UpdatePlaylistAsync(string id, string? name, string? comment, CancellationToken cancellationToken)
    {
        List<KeyValuePair<string, string>> parameters = [new("playlistId", id)];
        if (name is not null)
        {
            parameters.Add(new("name", name));
        }

        if (comment is not null)
        {
            parameters.Add(new("comment", comment));
        }

        return CallAsync(api.UpdatePlaylistAsync, parameters, cancellationToken);
    }

    public Task RemoveFirstEntryAsync(string id, CancellationToken cancellationToken)
        => CallAsync(api.UpdatePlaylistAsync, [new("playlistId", id), new("songIndexToRemove", "0")], cancellationToken);

    public Task DeletePlaylistAsync(string id, CancellationToken cancellationToken)
        => CallAsync(api.DeletePlaylistAsync, [new("id", id)], cancellationToken);

    public Task<HttpResponseMessage> GetCoverArtAsync(string id, int? size, CancellationToken cancellationToken)
        => LogInAsync(api.GetCoverArtAsync, size is { } edge ? [new("id", id), new("size", Text(edge))] : [new("id", id)], cancellationToken);

    /// <summary>Asks for a song as sound. It returns when the headers of the answer have arrived: the body is read by the caller.</summary>
    public Task<HttpResponseMessage> StreamAsync(
        string id, ByteRange? range, IReadOnlyList<KeyValuePair<string, string>> parameters, CancellationToken cancellationToken)
        => LogInAsync((form, token) => SendForSoundAsync(form, range, token), [new("id", id), .. parameters], cancellationToken);

    // Not through Refit, whose answers are read to their end before they are returned.
    private async Task<HttpResponseMessage> SendForSoundAsync(HttpContent form, ByteRange? range, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"{server.BaseAddress.AbsoluteUri.TrimEnd('/')}/rest/stream.view?f=json")) { Content = form };
        // Sound does not get shorter, and a compressed part would not be the part of the file that it says.
        request.Headers.AcceptEncoding.ParseAdd("identity");
        request.Headers.Range = range is { } part ? new RangeHeaderValue(part.From, part.To) : null;
        return await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
    }

    private async Task<WirePlaylist?> WriteSongsAsync(
        IReadOnlyList<KeyValuePair<string, string>> head, IReadOnlyList<string> songIds, CancellationToken cancellationToken)
    {
        var playlist = (await CallAsync(api.CreatePlaylistAsync, [.. head, .. songIds.Select(song => new KeyValuePair<string, string>("songId", song))], cancellationToken)).Playlist;
        server.Learn(profile => profile with
        {
            ReturnsPlaylists = playlist is not null,
            TakesUnknownSongs = playlist is { Entry.Count: > 0 } && playlist.Entry.Count < songIds.Count ? true : profile.TakesUnknownSongs,
        });
        return playlist;
    }

    private async Task<SubsonicReply> CallAsync(
        Func<HttpContent, CancellationToken, Task<SubsonicEnvelope>> method,
        IReadOnlyList<KeyValuePair<string, string>> parameters,
        CancellationToken cancellationToken)
    {
        var envelope = await LogInAsync(method, parameters, cancellationToken);
        var reply = envelope.Reply ?? throw new InvalidOperationException("A checked answer has a reply.");
        server.Learn(reply);
        return reply;
    }

    private async Task<TAnswer> LogInAsync<TAnswer>(
        Func<HttpContent, CancellationToken, Task<TAnswer>> method,
        IReadOnlyList<KeyValuePair<string, string>> parameters,
        CancellationToken cancellationToken)
    {
        var login = server.Login;
        try
        {
            var answer = await SendAsync(method, parameters, login, cancellationToken);
            server.LearnLogin(login);
            return answer;
        }
        catch (SubsonicException refusal) when (login == SubsonicLoginKind.Token && IsAboutLogin(refusal))
        {
            // The server refused before it did anything: even a creation may be sent again with the other login.
            try
            {
                var answer = await SendAsync(method, parameters, SubsonicLoginKind.Password, cancellationToken);
                server.LearnLogin(SubsonicLoginKind.Password);
                return answer;
            }
            catch (SubsonicException second) when (!IsAboutLogin(second))
            {
                server.LearnLogin(SubsonicLoginKind.Password);
                throw;
            }
        }
    }

    private async Task<TAnswer> SendAsync<TAnswer>(
        Func<HttpContent, CancellationToken, Task<TAnswer>> method,
        IReadOnlyList<KeyValuePair<string, string>> parameters,
        SubsonicLoginKind login,
        CancellationToken cancellationToken)
    {
        using var form = new SubsonicForm([.. SubsonicLogin.Parameters(credentials, login), .. parameters]);
        try
        {
            return await method(form, cancellationToken);
        }
        catch (ApiRequestException wrapper) when (wrapper.InnerException is { } cause)
        {
            // Refit wraps exceptions of the pipeline; the inner one says what happened.
            if (cause is SubsonicException { IsTooMuch: true } or NotSubsonicException { IsTooMuch: true })
            {
                server.LearnTooMuch(form.Count);
            }

            ExceptionDispatchInfo.Throw(cause);
            throw;
        }
    }

    private static bool IsAboutLogin(SubsonicException failure)
        => failure.Code is SubsonicErrorCode.TokenNotSupported or SubsonicErrorCode.AuthenticationNotSupported
            || (failure.Code == SubsonicErrorCode.MissingParameter && !failure.IsOpenSubsonic);

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
