using Spotter.Core.Tracks;

namespace Spotter.Web.Components.Layout;

/// <summary>One search result. Choosing it opens <see cref="Url"/>, does <see cref="Act"/>, or shows what is known about <see cref="Song"/>.</summary>
/// <param name="Group">The heading above it.</param>
/// <param name="Title">The name of a playlist, song, page or action.</param>
public sealed record SearchHit(string Group, string Title)
{
    /// <summary>More about it.</summary>
    public string? Detail { get; init; }

    /// <summary>An icon instead of a cover.</summary>
    public string? Icon { get; init; }

    /// <summary>A cover id, or null.</summary>
    public string? Image { get; init; }

    /// <summary>The page that it opens.</summary>
    public string? Url { get; init; }

    /// <summary>Whether that is a page of the music server, which opens in its own tab.</summary>
    public bool IsOutside { get; init; }

    public SearchAct? Act { get; init; }

    /// <summary>A song of the library: choosing it shows the playlists that contain it, and its page on the music server.</summary>
    public Song? Song { get; init; }
}
