using System.Globalization;
using Spotter.Core.Providers;
using Spotter.Navidrome.Native;

namespace Spotter.Navidrome;

/// <summary>
/// Which albums scans have changed, from Navidrome's own interface. Nothing depends on it: where it is not there, refuses, or is slow, there are no
/// news, and the library is read as on every other server.
/// </summary>
internal sealed class NavidromeNews(NativeClient native)
{
    /// <summary>Mostly nothing was found, or an album or two: no need to send a page of hundreds.</summary>
    private const int FirstPage = 20;

    private const int Page = 500;

    /// <summary>More than so many changed albums in a list are a library that was read in anew.</summary>
    private const int MostPages = 100;

    /// <summary>From where later news can be read: the last moment at which a scan found something. Null where there are none to be had.</summary>
    public async Task<string?> FindCursorAsync(CancellationToken cancellationToken)
    {
        var newest = await TryReadAsync(0, 1, cancellationToken);
        return newest switch
        {
            null => null,
            [] => TextOf(DateTimeOffset.MinValue),
            [{ ImportedAt: { } at }, ..] => TextOf(at),
            _ => null,
        };
    }

    /// <summary>The albums that were changed since the cursor, the latest first; null where that cannot be told.</summary>
    public async Task<IReadOnlyList<NativeAlbum>?> ReadSinceAsync(string cursor, CancellationToken cancellationToken)
    {
        if (!DateTimeOffset.TryParseExact(cursor, "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var known))
        {
            return null;
        }

        var changed = new List<NativeAlbum>();
        for (var (start, size, pages) = (0, FirstPage, 0); pages < MostPages; (start, size, pages) = (start + size, Page, pages + 1))
        {
            if (await TryReadAsync(start, size, cancellationToken) is not { } albums || albums.Any(album => album.Id is null || album.ImportedAt is null))
            {
                return null;
            }

            changed.AddRange(albums.Where(album => album.ImportedAt > known));
            if (albums.Count < size || albums[^1].ImportedAt <= known)
            {
                return changed;
            }
        }

        return null;
    }

    /// <summary>The cursor after these albums.</summary>
    public static string CursorAfter(string cursor, IReadOnlyList<NativeAlbum> albums)
        => albums.Count == 0 ? cursor : TextOf(albums.Max(album => album.ImportedAt)!.Value);

    private static string TextOf(DateTimeOffset moment) => moment.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);

    private async Task<IReadOnlyList<NativeAlbum>?> TryReadAsync(int start, int count, CancellationToken cancellationToken)
    {
        try
        {
            return await native.ReadLatestAlbumsAsync(start, count, cancellationToken);
        }
        catch (ProviderException)
        {
            return null;
        }
    }
}
