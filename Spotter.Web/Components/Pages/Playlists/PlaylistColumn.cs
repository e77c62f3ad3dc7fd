namespace Spotter.Web.Components.Pages.Playlists;

/// <summary>A column of the table of playlists, by which tiles can be sorted too.</summary>
/// <param name="Key">Its name in addresses and preferences, and the last part of its CSS class.</param>
/// <param name="Label">Its heading.</param>
public sealed record PlaylistColumn(string Key, string Label)
{
    public static readonly PlaylistColumn Name = new("name", "Name") { IsOnServer = true };
    public static readonly PlaylistColumn Source = new("source", "Source") { IsOnServer = true };
    public static readonly PlaylistColumn State = new("state", "State");
    public static readonly PlaylistColumn Tracks = new("tracks", "Tracks") { StartsDescending = true, IsOnServer = true };
    public static readonly PlaylistColumn Matched = new("rate", "Matched");
    public static readonly PlaylistColumn LastSync = new("last", "Last sync") { StartsDescending = true };
    public static readonly PlaylistColumn NextSync = new("next", "Next");

    /// <summary>All columns, in the table's order.</summary>
    public static IReadOnlyList<PlaylistColumn> All { get; } = [Name, Source, State, Tracks, Matched, LastSync, NextSync];

    /// <summary>Whether the largest or latest comes first unless it is asked for the other way round.</summary>
    public bool StartsDescending { get; private init; }

    /// <summary>Whether the music server's own playlists have it as well.</summary>
    public bool IsOnServer { get; private init; }

    /// <summary>The columns of a table, without those that the user has hidden. The name cannot be hidden.</summary>
    public static IReadOnlyList<PlaylistColumn> Except(IReadOnlyList<string> hidden) => [.. All.Where(column => column == Name || !hidden.Contains(column.Key))];
}
