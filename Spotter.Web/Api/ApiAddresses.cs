namespace Spotter.Web.Api;

/// <summary>The addresses that the API hands out: paths that hold behind a proxy's sub-path too, since routing makes them.</summary>
public sealed class ApiAddresses(LinkGenerator links, HttpContext context)
{
    private const string PlaylistsName = "playlists";
    private const string PlaylistName = "playlist";
    private const string SyncStatusName = "sync status";
    private const string EventsName = "events";

    /// <summary>The user's playlists.</summary>
    public string Playlists => PathOf(PlaylistsName, null);

    /// <summary>Lets endpoints take this as an argument.</summary>
    public static ValueTask<ApiAddresses> BindAsync(HttpContext context)
        => ValueTask.FromResult(new ApiAddresses(context.RequestServices.GetRequiredService<LinkGenerator>(), context));

    /// <summary>The endpoint is where <see cref="Playlists"/> leads.</summary>
    public static object IsPlaylists { get; } = new RouteNameMetadata(PlaylistsName);

    /// <summary>The endpoint is where <see cref="Playlist"/> leads.</summary>
    public static object IsPlaylist { get; } = new RouteNameMetadata(PlaylistName);

    /// <summary>The endpoint is where <see cref="SyncStatus"/> leads.</summary>
    public static object IsSyncStatus { get; } = new RouteNameMetadata(SyncStatusName);

    /// <summary>The endpoint is where <see cref="EventsBefore"/> leads.</summary>
    public static object IsEvents { get; } = new RouteNameMetadata(EventsName);

    /// <summary>A playlist with its match report.</summary>
    public string Playlist(int id) => PathOf(PlaylistName, new { id });

    /// <summary>Where the status of a playlist is.</summary>
    public string SyncStatus(int id) => PathOf(SyncStatusName, new { id });

    /// <summary>The page of the audit log before this line.</summary>
    public string EventsBefore(long before, int limit) => PathOf(EventsName, new { before, limit });

    private string PathOf(string name, object? values)
        => links.GetPathByRouteValues(context, name, values) ?? throw new InvalidOperationException($"No endpoint is named \"{name}\".");
}
