using Spotter.Core.Playlists;

namespace Spotter.Web.Components.Pages.Playlists;

/// <summary>An order of playlists, as addresses have it: "tracks" for the fewest first, "-tracks" for the most.</summary>
/// <param name="Column">What they are sorted by.</param>
/// <param name="IsDescending">Whether the largest comes first.</param>
public sealed record PlaylistSort(PlaylistColumn Column, bool IsDescending)
{
    /// <summary>By name.</summary>
    public static PlaylistSort Default { get; } = new(PlaylistColumn.Name, IsDescending: false);

    // What needs somebody comes first.
    private static readonly string[] _tones = ["error", "warning", "syncing", "pending", "success", "off"];

    private static readonly Comparer<object> _byValue = Comparer<object>.Create(
        (left, right) => left is string text ? StringComparer.CurrentCultureIgnoreCase.Compare(text, right) : Comparer<object>.Default.Compare(left, right));

    /// <summary>Its name in addresses. Null for the default order.</summary>
    public string? Key => this == Default ? null : (IsDescending ? "-" : "") + Column.Key;

    /// <summary>Reads it from an address. What is no order is the default.</summary>
    public static PlaylistSort Of(string? key)
        => PlaylistColumn.All.FirstOrDefault(column => column.Key == key?.TrimStart('-')) is { } found ? new(found, key!.StartsWith('-')) : Default;

    /// <summary>The order that a click on the heading of a column asks for: by it, or the other way round.</summary>
    public PlaylistSort After(PlaylistColumn clicked) => new(clicked, clicked == Column ? !IsDescending : clicked.StartsDescending);

    /// <summary>Sorts. Playlists without a value come last in either direction, and equal ones are sorted by name.</summary>
    /// <param name="items">The playlists.</param>
    /// <param name="nameOf">The display name of a source.</param>
    /// <param name="nextSyncOf">When the schedule syncs a playlist next.</param>
    public IEnumerable<PlaylistItem> Apply(IEnumerable<PlaylistItem> items, Func<string, string> nameOf, Func<PlaylistItem, DateTimeOffset?> nextSyncOf)
    {
        var valued = items.Select(item => (Item: item, Value: ValueOf(item, nameOf, nextSyncOf))).OrderBy(pair => pair.Value is null);
        var sorted = IsDescending ? valued.ThenByDescending(pair => pair.Value, _byValue!) : valued.ThenBy(pair => pair.Value, _byValue!);
        return sorted.ThenBy(pair => pair.Item.Playlist.WantedName, StringComparer.CurrentCultureIgnoreCase).ThenBy(pair => pair.Item.Id).Select(pair => pair.Item);
    }

    private object? ValueOf(PlaylistItem item, Func<string, string> nameOf, Func<PlaylistItem, DateTimeOffset?> nextSyncOf) => Column.Key switch
    {
        "source" => nameOf(item.Playlist.Source),
        "state" => Array.IndexOf(_tones, item.Face.Tone),
        "tracks" => item.Playlist.TrackCount,
        "rate" => item.Playlist.TotalCount > 0 ? item.Playlist.MatchPercentage : null,
        "last" => item.Playlist.LastSyncedAt,
        "next" => item.Playlist switch
        {
            { SyncEnabled: false } => null,
            { SyncWantedAt: not null, Status: SyncStatus.Syncing } => DateTimeOffset.MinValue,
            { SyncWantedAt: { } wanted } => wanted,
            _ => nextSyncOf(item),
        },
        _ => item.Playlist.WantedName,
    };
}
