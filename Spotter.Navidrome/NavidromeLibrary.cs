using Spotter.Core.Providers;
using Spotter.Core.Tracks;
using Spotter.Navidrome.Subsonic;

namespace Spotter.Navidrome;

/// <summary>
/// Reads a whole library by searching for nothing. The server may leave out a page without a word when its database is busy, so a
/// read counts only where nothing moved meanwhile and the end was seen twice.
/// </summary>
internal sealed class NavidromeLibrary(SubsonicClient client, TimeProvider clock)
{
    /// <summary>The largest page that every family of servers takes.</summary>
    public const int PageSize = 500;

    /// <summary>Two quotes mean "everything" to Navidrome and gonic, nothing at all to others.</summary>
    public const string Everything = "\"\"";

    private static readonly TimeSpan PauseBeforeSecondLook = TimeSpan.FromMilliseconds(250);

    /// <summary>The server at the beginning of a sentence.</summary>
    private string Name => client.Server.Name ?? "The music server";

    /// <summary>The server's present stamp: one request, where the server's ways are known.</summary>
    public async Task<LibraryStamp> ReadStampAsync(CancellationToken cancellationToken)
    {
        if (client.Server.IsRefusedScanStatus(client.UserName))
        {
            return new LibraryStamp(await ReadLastModifiedAsync(cancellationToken), IsScanning: false, SongCount: null);
        }

        try
        {
            var status = await client.GetScanStatusAsync(cancellationToken);
            // Elsewhere than here the count may be the progress of a scan.
            int? count = client.Server.IsNavidrome || client.Server.IsGonic ? (int?)status.Count : null;
            if (status.LastScan is not null)
            {
                Learn(ChangeDetector.LastScan);
                return new LibraryStamp($"{client.Server.Version}|{status.LastScan}|{status.Count}", status.Scanning, count);
            }

            var lastModified = client.Server.Profile.ChangeDetector == ChangeDetector.None ? null : await ReadLastModifiedAsync(cancellationToken);
            return new LibraryStamp(lastModified, status.Scanning, count);
        }
        catch (SubsonicException refusal) when (!refusal.IsBusy && !client.Server.IsNavidrome && !client.Server.IsGonic
            && refusal.Code is SubsonicErrorCode.NotAuthorized or SubsonicErrorCode.Generic or SubsonicErrorCode.NotFound)
        {
            // Some servers tell administrators only, or have no scanner running.
            client.Server.RefuseScanStatus(client.UserName);
            return new LibraryStamp(await ReadLastModifiedAsync(cancellationToken), IsScanning: false, SongCount: null);
        }
    }

    /// <summary>Every song, or an exception.</summary>
    public async Task<LibraryRead> ReadAsync(IProgress<LibraryReadProgress>? progress, CancellationToken cancellationToken)
    {
        var before = await ReadStampAsync(cancellationToken);
        if (before.IsScanning)
        {
            throw new LibraryScanningException();
        }

        var songs = await ReadSongsAsync(before.SongCount, progress, cancellationToken);
        var after = await ReadStampAsync(cancellationToken);
        if (after.IsScanning || after.Value != before.Value)
        {
            throw new LibraryScanningException();
        }

        await CheckPlausibleAsync(songs.Count, after.SongCount, cancellationToken);
        return new LibraryRead(songs, after);
    }

    private async Task<IReadOnlyList<Song>> ReadSongsAsync(int? total, IProgress<LibraryReadProgress>? progress, CancellationToken cancellationToken)
    {
        var query = client.Server.AsksWithQuotes ? Everything : "";
        var songs = new List<Song>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var offset = 0;
        while (true)
        {
            var page = await client.SearchSongsAsync(query, PageSize, offset, cancellationToken);
            if (page.Count == 0 && offset == 0)
            {
                // Before an empty library is believed: perhaps this server wants the question put the other way.
                var other = query.Length == 0 ? Everything : "";
                page = await SearchTheOtherWayAsync(other, cancellationToken);
                query = page.Count > 0 ? other : query;
            }

            if (page.Count == 0)
            {
                page = await SearchAgainAsync(query, offset, cancellationToken);
            }

            if (page.Count == 0)
            {
                return songs;
            }

            if (offset == 0)
            {
                var asked = query;
                client.Server.Learn(profile => profile with { QuotesFindEverything = asked == Everything });
            }

            offset += page.Count;
            var seen = ids.Count;
            songs.AddRange(page.Where(child => child.Id is { } id && ids.Add(id)).Select(SongMapper.ToSong).OfType<Song>());
            progress?.Report(new LibraryReadProgress(songs.Count, total));
            if (ids.Count == seen)
            {
                // The server does not page: what it sent at first was all of it, unless its own limit cut that off.
                return page.Count < PageSize ? songs : throw NotPlausible($"{Name} sends the same songs over and over. Nothing was changed.");
            }
        }
    }

    private async Task<IReadOnlyList<Subsonic.Wire.Child>> SearchTheOtherWayAsync(string query, CancellationToken cancellationToken)
    {
        try
        {
            return await SearchAgainAsync(query, 0, cancellationToken);
        }
        catch (SubsonicException refusal) when (refusal.Code == SubsonicErrorCode.MissingParameter)
        {
            // Navidrome up to 0.51 takes an empty question for none: then this is not the way.
            return [];
        }
    }

    private async Task<IReadOnlyList<Subsonic.Wire.Child>> SearchAgainAsync(string query, int offset, CancellationToken cancellationToken)
    {
        await Task.Delay(PauseBeforeSecondLook, clock, cancellationToken);
        return await client.SearchSongsAsync(query, PageSize, offset, cancellationToken);
    }

    /// <summary>
    /// The server counts the songs of all its libraries. An administrator sees them all, so that half of them missing is an error;
    /// another user may see few of them, but none at all is not a library that anything should be compared with.
    /// </summary>
    private async Task CheckPlausibleAsync(int read, int? counted, CancellationToken cancellationToken)
    {
        if (counted is not > 0 || read >= counted / 2)
        {
            return;
        }

        if (read == 0)
        {
            throw NotPlausible(
                $"{Name} counts {counted} songs, but showed none. Check that your user there may see a library. Nothing was changed.");
        }

        if (await IsAdminAsync(cancellationToken))
        {
            throw NotPlausible($"{Name} counts {counted} songs, but showed only {read}. The library is read again later. Nothing was changed.");
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

    private static ProviderException NotPlausible(string message) => new(ProviderKinds.Navidrome, ProviderFailure.Unavailable, message);
}
