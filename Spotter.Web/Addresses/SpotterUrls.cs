using System.Globalization;

namespace Spotter.Web.Addresses;

/// <summary>All addresses of Spotter's own pages and of what they load. Links are relative to the document's base, so that they are also
/// right behind a proxy's sub-path.</summary>
public static class SpotterUrls
{
    public const string Playlists = "./";
    public const string Review = "review";
    public const string Decisions = "review/decisions";
    public const string Missing = "missing";
    public const string Sources = "sources";
    public const string Mixtapes = "mixtapes";
    public const string Activity = "activity";
    public const string Settings = "settings";

    // Paths, as routes and middleware need them.
    public const string HomePath = "/";
    public const string SignInPath = "/sign-in";
    public const string SignOut = "/sign-out";
    public const string AccessDenied = "/access-denied";
    public const string NotFound = "/not-found";
    public const string Error = "/error";
    public const string Jobs = "/hangfire";

    /// <summary>The address that a service sends users back to after a sign-in there.</summary>
    public static string SourceCallback(string kind) => $"{Sources}/{kind}/callback";

    /// <summary>A path as a link.</summary>
    public static string Link(string path) => path.TrimStart('/');

    /// <summary>The playlists, filtered and sorted: a view that can be shared.</summary>
    public static string PlaylistsBy(string? source = null, string? status = null, string? search = null, string? sort = null)
        => Playlists + Query(("source", source), ("status", status), ("q", search), ("sort", sort));

    /// <summary>A playlist, with one of its views.</summary>
    public static string Playlist(int playlistId, string? tab = null, string? search = null, string? show = null)
        => string.Create(CultureInfo.InvariantCulture, $"playlists/{playlistId}") + Query(("tab", tab), ("q", search), ("show", show));

    /// <summary>The missing tracks of a playlist as a file: csv, m3u or json.</summary>
    public static string MissingExport(int playlistId, string format)
        => string.Create(CultureInfo.InvariantCulture, $"api/playlists/{playlistId}/missing") + Query(("format", format));

    /// <summary>The missing tracks of all playlists as a file: csv, m3u or json.</summary>
    public static string MissingExport(string format) => "api/missing" + Query(("format", format));

    /// <summary>The review, divided by kind, playlist or artist.</summary>
    public static string ReviewBy(string? by = null) => Review + Query(("by", by));

    /// <summary>The decisions, filtered: a view that can be shared.</summary>
    public static string DecisionsBy(string? kind = null, string? search = null) => Decisions + Query(("kind", kind), ("q", search));

    /// <summary>All decisions as a file: csv or json.</summary>
    public static string DecisionsExport(string format) => "api/decisions/export" + Query(("format", format));

    /// <summary>A playlist as a file, or all of them as an archive.</summary>
    /// <param name="playlistId">The playlist; null for all.</param>
    /// <param name="format">m3u8, xspf, jspf, csv or json.</param>
    /// <param name="folder">Where the music lies for whoever plays the list; null for paths below the music folder.</param>
    public static string Export(int? playlistId, string format, string? folder = null)
        => (playlistId is { } id ? string.Create(CultureInfo.InvariantCulture, $"api/playlists/{id}/export") : "api/playlists/export")
            + Query(("format", format), ("paths", folder is null ? null : "absolute"), ("folder", folder));

    public static string ActivityOf(int? playlistId = null, string? type = null)
        => Activity + Query(("playlist", playlistId?.ToString(CultureInfo.InvariantCulture)), ("type", type));

    /// <summary>The sign-in page, which returns to one of Spotter's paths.</summary>
    public static string SignIn(string? returnUrl = null) => Link(SignInPath) + Query(("returnUrl", returnUrl));

    /// <summary>A cover of the user's music server, through Spotter.</summary>
    public static string Cover(string coverArtId, int size)
        => string.Create(CultureInfo.InvariantCulture, $"covers/{Uri.EscapeDataString(coverArtId)}?size={size}");

    /// <summary>The path of all songs.</summary>
    public const string ListenPath = "listen";

    /// <summary>A song of the user's library as sound, through Spotter.</summary>
    public static string Listen(string songId) => $"{ListenPath}/{Uri.EscapeDataString(songId)}";

    private static string Query(params (string Key, string? Value)[] pairs)
    {
        var parts = pairs.Where(pair => !string.IsNullOrEmpty(pair.Value)).Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value!)}");
        var query = string.Join('&', parts);
        return query.Length == 0 ? "" : "?" + query;
    }
}
