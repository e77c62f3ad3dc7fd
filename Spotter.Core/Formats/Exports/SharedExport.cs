using Spotter.Core.Tracks;

namespace Spotter.Core.Formats.Exports;

/// <summary>The fields of a track that XSPF and JSPF have in common, in XML and JSON.</summary>
internal static class SharedExport
{
    /// <summary>The name of Spotter's extension to a track. Both formats require a URI.</summary>
    public const string Addition = "urn:spotter:track";

    /// <summary>The artists in one line, or null if there are none.</summary>
    public static string? Creator(SourceTrack track) => track.Artists.Count == 0 ? null : track.ArtistLine;

    /// <summary>The track's ids at other services, as URIs.</summary>
    public static IEnumerable<string> Identifiers(SourceTrack track)
    {
        if (track.RecordingMbid is { } mbid)
        {
            yield return $"https://musicbrainz.org/recording/{mbid}";
        }

        if (track.Isrc is { } isrc)
        {
            yield return $"urn:isrc:{isrc}";
        }

        if (track.ProviderTrackId is { } id && Uri.IsWellFormedUriString(id, UriKind.Absolute))
        {
            yield return id;
        }
    }

    /// <summary>A path as a URI: "file:///music/Low%20Tide/01.mp3", or "Low%20Tide/01.mp3" relative to the list.</summary>
    public static string Address(string path)
    {
        var isOnDrive = path is [_, ':', '\\' or '/', ..];
        var isOfWindows = isOnDrive || !path.Contains('/', StringComparison.Ordinal);
        var parts = (isOfWindows ? path.Replace('\\', '/') : path).Split('/');
        var escaped = string.Join('/', parts.Select((part, i) => isOnDrive && i == 0 ? part : Uri.EscapeDataString(part)));
        return isOnDrive ? "file:///" + escaped
            // A network share: its machine becomes the host of the URI.
            : escaped.StartsWith("//", StringComparison.Ordinal) ? "file:" + escaped
            : path is ['/', ..] ? "file://" + escaped : escaped;
    }

    /// <summary>Whether the fields of an entry match the track, so that Spotter's own data next to them still applies.</summary>
    public static bool IsAsWritten(SourceTrack track, string? title, string? creator, string? album, string? location)
        => track.Title == title && Creator(track) == creator && track.Album == album && (track.Location is { } path ? Address(path) : null) == location;
}
