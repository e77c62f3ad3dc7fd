using System.Globalization;
using Spotter.Core.Providers;
using Spotter.Navidrome.Native;

namespace Spotter.Navidrome;

/// <summary>
/// The albums that scans have changed, from Navidrome's native API. Nothing depends on it: if the API is missing, refuses or is slow, there
/// are no changes to read, and the library is read as on every other server.
/// </summary>
internal sealed class NavidromeNews(NativeClient native)
{
    /// <summary>Usually nothing was found, or one or two albums, so the first page is small.</summary>
    private const int FirstPage = 20;

    private const int Page = 500;

    /// <summary>With more pages of changed albums than this, the library was imported again as a whole.</summary>
    private const int MostPages = 100;

    /// <summary>Where later changes begin: the last time at which a scan found something. Null if the server does not report
    /// changes.</summary>
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

    /// <summary>The albums that changed since the cursor, the latest first. Null if that cannot be known.</summary>
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
