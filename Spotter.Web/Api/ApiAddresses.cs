namespace Spotter.Web.Api;

/// <summary>The addresses that the API returns. Routing creates these paths, so they are also right behind a proxy's sub-path.</summary>
public sealed class ApiAddresses(LinkGenerator links, HttpContext context)
{
    private const string PlaylistsName = "playlists";
    private const string PlaylistName = "playlist";
    private const string SyncStatusName = "sync status";
    private const string EventsName = "events";
    private const string DecisionsName = "decisions";
    private const string DecisionName = "decision";

    /// <summary>The user's playlists.</summary>
    public string Playlists => PathOf(PlaylistsName, null);

    /// <summary>Lets endpoints take this as a parameter.</summary>
    public static ValueTask<ApiAddresses> BindAsync(HttpContext context)
        => ValueTask.FromResult(new ApiAddresses(context.RequestServices.GetRequiredService<LinkGenerator>(), context));

    /// <summary>Metadata for the endpoint of <see cref="Playlists"/>.</summary>
    public static object IsPlaylists { get; } = new RouteNameMetadata(PlaylistsName);

    /// <summary>Metadata for the endpoint of <see cref="Playlist"/>.</summary>
    public static object IsPlaylist { get; } = new RouteNameMetadata(PlaylistName);

    /// <summary>Metadata for the endpoint of <see cref="SyncStatus"/>.</summary>
    public static object IsSyncStatus { get; } = new RouteNameMetadata(SyncStatusName);

    /// <summary>Metadata for the endpoint of <see cref="EventsBefore"/>.</summary>
    public static object IsEvents { get; } = new RouteNameMetadata(EventsName);

    /// <summary>Metadata for the endpoint of <see cref="DecisionsBefore"/>.</summary>
    public static object IsDecisions { get; } = new RouteNameMetadata(DecisionsName);

    /// <summary>Metadata for the endpoint of <see cref="Decision"/>.</summary>
    public static object IsDecision { get; } = new RouteNameMetadata(DecisionName);

    /// <summary>A playlist with its match report.</summary>
    public string Playlist(int id) => PathOf(PlaylistName, new { id });

    /// <summary>The status of a playlist.</summary>
    public string SyncStatus(int id) => PathOf(SyncStatusName, new { id });

    /// <summary>The page of the audit log before this line.</summary>
    public string EventsBefore(long before, int limit) => PathOf(EventsName, new { before, limit });

    /// <summary>A decision about a match.</summary>
    public string Decision(int id) => PathOf(DecisionName, new { id });

    /// <summary>The page of the decisions before this one.</summary>
    public string DecisionsBefore(int before, int limit, string? kind) => PathOf(DecisionsName, new { before, limit, kind });

    private string PathOf(string name, object? values)
        => links.GetPathByRouteValues(context, name, values) ?? throw new InvalidOperationException($"No endpoint is named \"{name}\".");
}
