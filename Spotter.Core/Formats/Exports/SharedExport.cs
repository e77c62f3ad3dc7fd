using Spotter.Core.Tracks;

namespace Spotter.Core.Formats.Exports;

/// <summary>What XSPF and JSPF say of a track in the same way, the one in XML and the other in JSON.</summary>
internal static class SharedExport
{
    /// <summary>The name of what Spotter adds to a track, as both formats ask for it: a URI.</summary>
    public const string Addition = "urn:spotter:track";

    /// <summary>The artists in one line, or null where nobody is named.</summary>
    public static string? Creator(SourceTrack track) => track.Artists.Count == 0 ? null : track.ArtistLine;

    /// <summary>Everything by which a track is known elsewhere, as addresses.</summary>
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

    /// <summary>A path as an address: "file:///music/Low%20Tide/01.mp3", or "Low%20Tide/01.mp3" below where the list lies.</summary>
    public static string Address(string path)
    {
        var isOnDrive = path is [_, ':', '\\' or '/', ..];
        var isOfWindows = isOnDrive || !path.Contains('/', StringComparison.Ordinal);
        var parts = (isOfWindows ? path.Replace('\\', '/') : path).Split('/');
        var escaped = string.Join('/', parts.Select((part, i) => isOnDrive && i == 0 ? part : Uri.EscapeDataString(part)));
        return isOnDrive ? "file:///" + escaped
            // A share of another machine: its name stands in the place of a server's.
            : escaped.StartsWith("//", StringComparison.Ordinal) ? "file:" + escaped
            : path is ['/', ..] ? "file://" + escaped : escaped;
    }

    /// <summary>Whether the words of an entry are those of the track, so that whatever stands beside them still holds.</summary>
    public static bool IsAsWritten(SourceTrack track, string? title, string? creator, string? album, string? location)
        => track.Title == title && Creator(track) == creator && track.Album == album && (track.Location is { } path ? Address(path) : null) == location;
}
