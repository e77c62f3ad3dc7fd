using Spotter.Core.Tracks;

namespace Spotter.Web.Components.Shared;

/// <summary>What wanted tracks of one album share: its title and its first artist, in capitals, since sources disagree about case.</summary>
/// <param name="Title">The album's title. Empty if the source names none.</param>
/// <param name="Artist">Its artist. Empty if the source names none.</param>
public readonly record struct WantedAlbum(string Title, string Artist)
{
    /// <summary>Whether the source names the album.</summary>
    public bool IsKnown => Title.Length > 0;

    /// <summary>The album of a track.</summary>
    public static WantedAlbum Of(SourceTrack track) => Of(track.Album, track.Artists);

    /// <summary>The album of a track with this album title and these artists.</summary>
    public static WantedAlbum Of(string? album, IReadOnlyList<string> artists) => new(Fold(album), Fold(artists is [var first, ..] ? first : null));

    private static string Fold(string? text) => text?.Trim().ToUpperInvariant() ?? "";
}
