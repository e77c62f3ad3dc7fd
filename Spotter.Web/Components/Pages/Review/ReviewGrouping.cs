namespace Spotter.Web.Components.Pages.Review;

/// <summary>How the queue is divided.</summary>
public enum ReviewGrouping
{
    /// <summary>Not at all: by playlist and position.</summary>
    None,

    /// <summary>By the kind of doubt.</summary>
    Kind,

    /// <summary>By the first playlist that has the track.</summary>
    Playlist,

    /// <summary>By the first artist.</summary>
    Artist,
}
