using Spotter.Core.Tracks;

namespace Spotter.Web.Components.Layout;

/// <summary>One line of the search. Choosing it does something, whatever it is: it leads to <see cref="Url"/>, does <see cref="Act"/>, or shows what there is about <see cref="Song"/>.</summary>
/// <param name="Group">Under which heading it is.</param>
/// <param name="Title">A playlist, a song, a page or an act.</param>
public sealed record SearchHit(string Group, string Title)
{
    /// <summary>What more there is to say.</summary>
    public string? Detail { get; init; }

    /// <summary>A picture instead of a cover.</summary>
    public string? Icon { get; init; }

    /// <summary>A cover id, or null.</summary>
    public string? Image { get; init; }

    /// <summary>Where it leads.</summary>
    public string? Url { get; init; }

    /// <summary>Whether that is a page of the music server, in a tab of its own.</summary>
    public bool IsOutside { get; init; }

    public SearchAct? Act { get; init; }

    /// <summary>A song of the library: choosing it shows the playlists that hold it, and its page at the music server.</summary>
    public Song? Song { get; init; }
}
