using Spotter.Core.Facts;
using Spotter.Core.Matching.Indexing;
using Spotter.Core.Providers;
using Spotter.Core.Tracks;
using Spotter.Navidrome.Subsonic;
using Spotter.Navidrome.Subsonic.Wire;

namespace Spotter.Navidrome;

/// <summary>
/// Reads a whole library with an empty search, or reads by album what scans have changed in it. A server with a busy database may silently
/// leave out a page, so a read counts only if nothing changed meanwhile and its end was seen twice.
/// </summary>
internal sealed class NavidromeLibrary(SubsonicClient client, NavidromeNews news, TimeProvider clock)
{
    /// <summary>Two quotes mean "everything" to Navidrome and gonic, and nothing to others.</summary>
    public const string Everything = "\"\"";

    /// <summary>The largest number of songs for which memory is allocated in advance.</summary>
    private const int MostExpected = 100_000;

    /// <summary>This many changed albums are read one by one in any library. In a large library, one album per SongsForAnAlbum songs
    /// is.</summary>
    private const int FewAlbums = 20;

    private const int SongsForAnAlbum = 200;

    /// <summary>The number of albums that are read at the same time.</summary>
    private const int AlbumsAtOnce = 2;

    private static readonly TimeSpan PauseBeforeSecondLook = TimeSpan.FromMilliseconds(250);

    /// <summary>The server's current stamp: one request once the server's behaviour is known, two on Navidrome.</summary>
    public Task<LibraryStamp> ReadStampAsync(CancellationToken cancellationToken) => ReadStampAsync(libraries: null, cancellationToken);

    /// <summary>All songs, or an exception.</summary>
    public async Task<LibraryRead> ReadAsync(IProgress<LibraryReadProgress>? progress, CancellationToken cancellationToken)
    {
        var before = await ReadStampAsync(cancellationToken);
        if (before.IsScanning)
        {
            throw new LibraryScanningException(client.Server.Name, before.SongCount);
        }

        // First the cursor, then the songs: a change between the two is then read again next time instead of being missed.
        var stamp = client.Server.IsNavidrome ? NavidromeStamp.Parse(before.Value) : null;
        var cursor = stamp is null ? null : await news.FindCursorAsync(cancellationToken);
        var songs = await ReadSongsAsync(before.SongCount, progress, cancellationToken);
        var after = await ReadStampAsync(stamp?.Libraries, cancellationToken);
        ThrowIfMoved(before, after);
        await CheckPlausibleAsync(songs.Count, after.SongCount, cancellationToken);
        return new LibraryRead(songs, after) { Cursor = cursor is null ? null : new NavidromeCursor(cursor, songs.Count == after.SongCount).ToString() };
    }

    /// <summary>The albums that scans have changed since the last read, with their songs. Null if that cannot be known, or if reading
    /// everything is faster.</summary>
    public async Task<LibraryNews?> ReadNewsAsync(KnownLibrary known, LibraryStamp now, CancellationToken cancellationToken)
    {
        if (!client.Server.IsNavidrome || NavidromeStamp.Parse(now.Value) is not { } stamp || NavidromeStamp.Parse(known.Stamp) is not { } last
            || !stamp.DiffersByScansAlone(last) || NavidromeCursor.Parse(known.Cursor) is not { } cursor
            || await news.ReadSinceAsync(cursor.Moment, cancellationToken) is not { } albums)
        {
            return null;
        }

        List<string> present = [.. albums.Where(album => !album.Missing).Select(album => album.Id).OfType<string>().Distinct()];
        if (present.Count > FewAlbums + (known.SongCount / SongsForAnAlbum))
        {
            return null;
        }

        var songs = await ReadAlbumsAsync(present, cancellationToken);
        if (songs is null)
        {
            return null;
        }

        var after = now;
        if (albums.Count > 0)
        {
            // If no album has changed, no songs were read, so a scan could not have interfered.
            after = await ReadStampAsync(stamp.Libraries, cancellationToken);
            ThrowIfMoved(now, after);
        }

        return new LibraryNews(
            [.. albums.Select(album => album.Id).OfType<string>()], songs, after, (cursor with { Moment = NavidromeNews.CursorAfter(cursor.Moment, albums) }).ToString())
        {
            // An account that saw every counted song then sees every counted song now.
            SongCount = cursor.SeesAll ? after.SongCount : null,
        };
    }

    /// <summary>The stamp, with the libraries as given, or as read if they are not given.</summary>
    private async Task<LibraryStamp> ReadStampAsync(string? libraries, CancellationToken cancellationToken)
    {
        if (client.Server.IsRefusedScanStatus(client.UserName))
        {
            return new LibraryStamp(await ReadLastModifiedAsync(cancellationToken), IsScanning: false, SongCount: null);
        }

        try
        {
            var status = await client.GetScanStatusAsync(cancellationToken);
            // On other servers the count may be the progress of a scan.
            int? count = client.Server.IsNavidrome || client.Server.IsGonic ? (int?)status.Count : null;
            if (status.LastScan is not null)
            {
                Learn(ChangeDetector.LastScan);

                // Giving a user another library causes no scan, so the libraries are part of the stamp.
                libraries ??= client.Server.IsNavidrome && !status.Scanning ? string.Join(',', await client.GetMusicFolderIdsAsync(cancellationToken)) : "";
                return new LibraryStamp(new NavidromeStamp(client.Server.Version, status.LastScan, status.Count, libraries).ToString(), status.Scanning, count)
                {
                    Release = client.Server.Version,
                };
            }

            if (client.Server.IsGonic)
            {
                // It does not report scans, but what they added or removed.
                Learn(ChangeDetector.SongCount);
                return new LibraryStamp($"{client.Server.Version}|{count}", status.Scanning, status.Scanning ? null : count) { MovesWithEveryScan = false };
            }

            var lastModified = client.Server.Profile.ChangeDetector == ChangeDetector.None ? null : await ReadLastModifiedAsync(cancellationToken);
            return new LibraryStamp(lastModified, status.Scanning, count);
        }
        catch (SubsonicException refusal) when (!refusal.IsBusy && !client.Server.IsNavidrome && !client.Server.IsGonic
            && refusal.Code is SubsonicErrorCode.NotAuthorized or SubsonicErrorCode.Generic or SubsonicErrorCode.NotFound)
        {
            // Some servers answer only administrators, or have no scanner running.
            client.Server.RefuseScanStatus(client.UserName);
            return new LibraryStamp(await ReadLastModifiedAsync(cancellationToken), IsScanning: false, SongCount: null);
        }
    }

    private void ThrowIfMoved(LibraryStamp before, LibraryStamp after)
    {
        if (after.IsScanning || after.Value != before.Value)
        {
            throw new LibraryScanningException(client.Server.Name, after.IsScanning ? after.SongCount : null);
        }
    }

    /// <summary>All songs of these albums. Null if one of them cannot be read.</summary>
    private async Task<IReadOnlyList<Song>?> ReadAlbumsAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        var songs = new List<Song>();
        foreach (var some in ids.Chunk(AlbumsAtOnce))
        {
            try
            {
                foreach (var album in await Task.WhenAll(some.Select(id => client.GetAlbumSongsAsync(id, cancellationToken))))
                {
                    songs.AddRange(album.Select(SongMapper.ToSong).OfType<Song>());
                }
            }
            catch (SubsonicException refusal) when (refusal.IsNotFound)
            {
                return null;
            }
        }

        return songs;
    }

    /// <summary>Reads the songs into the table page by page, without holding a list of them.</summary>
    private async Task<SongTable> ReadSongsAsync(int? total, IProgress<LibraryReadProgress>? progress, CancellationToken cancellationToken)
    {
        var size = client.Server.SongsPerPage;
        await using var pages = new SongPages(client, size, total, cancellationToken) { Query = client.Server.AsksWithQuotes ? Everything : "" };
        var songs = new SongTableBuilder(Math.Clamp(total ?? 0, 0, MostExpected));
        var others = new HashSet<string>(StringComparer.Ordinal);
        while (true)
        {
            var offset = pages.Offset;
            var page = await pages.TakeAsync();
            if (page.Count == 0 && offset == 0)
            {
                // Before believing in an empty library: this server may need the other form of the search.
                var asked = pages.Query;
                pages.Query = asked.Length == 0 ? Everything : "";
                page = await ReadByFallbackAsync(pages, cancellationToken);
                pages.Query = page.Count > 0 ? pages.Query : asked;
            }

            if (page.Count == 0)
            {
                page = await FetchAgainAsync(pages, cancellationToken);
            }

            if (page.Count == 0)
            {
                return songs.Build();
            }

            if (offset == 0)
            {
                var isQuoted = pages.Query == Everything;
                client.Server.Learn(profile => profile with { QuotesFindEverything = isQuoted });
            }

            var seen = songs.Count + others.Count;
            foreach (var child in page)
            {
                _ = SongMapper.ToSong(child) is { } song ? songs.TryAdd(song) : child.Id is { } id && others.Add(id);
            }

            progress?.Report(new LibraryReadProgress(songs.Count, total));
            if (songs.Count + others.Count == seen)
            {
                // The server does not support paging: its first answer had all songs, unless its own limit cut them off.
                return page.Count < size ? songs.Build() : throw NotPlausible(new Fact.SongsRepeat(client.Server.Name));
            }
        }
    }

    private async Task<IReadOnlyList<Child>> ReadByFallbackAsync(SongPages pages, CancellationToken cancellationToken)
    {
        try
        {
            return await FetchAgainAsync(pages, cancellationToken);
        }
        catch (SubsonicException refusal) when (refusal.Code == SubsonicErrorCode.MissingParameter)
        {
            // Navidrome up to 0.51 treats an empty query as missing, so this form is the wrong one.
            return [];
        }
    }

    private async Task<IReadOnlyList<Child>> FetchAgainAsync(SongPages pages, CancellationToken cancellationToken)
    {
        await Task.Delay(PauseBeforeSecondLook, clock, cancellationToken);
        return await pages.FetchAgainAsync();
    }

    /// <summary>
    /// The server counts the songs of all its libraries. An administrator sees them all, so half of them missing is an error. Another user
    /// may see only few of them, but a library without any song is not worth comparing with.
    /// </summary>
    private async Task CheckPlausibleAsync(int read, int? counted, CancellationToken cancellationToken)
    {
        if (counted is not > 0 || read >= counted / 2)
        {
            return;
        }

        if (read == 0)
        {
            throw NotPlausible(new Fact.NoSongShown(client.Server.Name, counted.Value));
        }

        if (await IsAdminAsync(cancellationToken))
        {
            throw NotPlausible(new Fact.FewSongsShown(client.Server.Name, counted.Value, read));
        }
    }

    private async Task<bool> IsAdminAsync(CancellationToken cancellationToken)
    {
        try
        {
            return (await client.GetUserAsync(cancellationToken))?.AdminRole is true;
        }
        catch (SubsonicException)
        {
            return false;
        }
    }

    private async Task<string?> ReadLastModifiedAsync(CancellationToken cancellationToken)
    {
        var lastModified = await client.GetLastModifiedAsync(cancellationToken);
        Learn(lastModified is null ? ChangeDetector.None : ChangeDetector.IndexDate);
        return lastModified is null ? null : $"{client.Server.Version}|{lastModified}";
    }

    private void Learn(ChangeDetector detector) => client.Server.Learn(profile => profile with { ChangeDetector = detector });

    private static ProviderException NotPlausible(Fact reason) => new(ProviderKinds.Navidrome, ProviderFailure.Unavailable, Fact.Of(reason, new Fact.NothingWasChanged()));
}
