using Spotter.Core.Accounts;
using Spotter.Core.Facts;
using Spotter.Core.Providers;
using Spotter.Web.Components.Shared;

namespace Spotter.Web.Components.Pages.Settings;

/// <summary>What is known about the music server, in plain words.</summary>
public static class MusicServerTraits
{
    private const string NotSeen = "Not seen yet";

    /// <summary>One line for each trait: its name, and its value for this server.</summary>
    public static IReadOnlyList<(string Label, string Text)> Of(ServerProfile profile, LibraryState library) => Of(profile, ServerName.Of(profile.Type), library);

    private static IReadOnlyList<(string Label, string Text)> Of(ServerProfile profile, ServerName server, LibraryState library) =>
    [
        ("Server", NameOf(profile)),
        ("Signing in", profile.TakesTokens switch
        {
            true => "By a salted hash; the password itself is never sent",
            false => $"By the password itself, since {server} takes nothing else",
            null => NotSeen,
        }),
        ("Recording codes", Codes(profile, server, library)),
        ("Paths of songs", (library.HasRealPaths, library.SongCount) switch
        {
            (_, 0) => "Shown once the library has been read",
            (true, _) => "Those of the files: an imported playlist that names files finds its songs by them",
            (false, _) => $"Made up by {server} from the tags, until an administrator ticks “Report real path” for the player Spotter in its settings",
            (null, _) => NotSeen,
        }),
        ("Artists of a song", profile.NamesArtists switch
        {
            true => "Named one by one",
            false => "In one line, which Spotter takes apart",
            null => NotSeen,
        }),
        ("Changes in the library", profile.ChangeDetector switch
        {
            ChangeDetector.LastScan => "Seen by the time of the last scan",
            ChangeDetector.IndexDate => $"Seen by the date of {server}'s index",
            ChangeDetector.SongCount => "Seen by the number of songs, and read again at each scheduled sync",
            ChangeDetector.None => "Unknown, so the library is read again at each scheduled sync",
            null => NotSeen,
        }),
        ("Changes in a playlist", profile.DatesPlaylists switch
        {
            true => "Each playlist says when it was changed",
            false => "Unknown, so each playlist is read at each sync",
            null => NotSeen,
        }),
        ("Playlists that nobody may write", profile.MarksReadOnly switch
        {
            true => $"Marked by {server}",
            false => "Not marked: before you pair with one, make sure that it is neither smart nor imported from a file",
            null => NotSeen,
        }),
        ("New playlists", profile.ReturnsPlaylists switch
        {
            true => $"Shown by {server} as soon as they are created",
            false => "Not shown when they are made; Spotter finds them by their name",
            null => "Not seen yet: the first one that Spotter writes will show",
        }),
        ($"Songs that {server} does not know", profile.TakesUnknownSongs switch
        {
            true => "Accepted without an error, so Spotter compares every write",
            false => "Refused, and the playlist stays as it was",
            null => "Not seen yet; every write is compared with what arrived",
        }),
        ("Long playlists", profile.MaxParameters switch
        {
            { } most => $"In pieces: {server} was seen to take {Words.Number(most)} parameters in one call and no more",
            null => $"In one call, or in as many as {server} takes",
        }),
        ("Emptying a playlist", profile.EmptiesByReplacing switch
        {
            true => "In one step",
            false => $"In two steps, since {server} takes nothing for no change",
            null => "Not needed yet",
        }),
        ("Covers of playlists", profile.TakesCovers switch
        {
            true => $"Taken: a playlist gets its image from the source, unless you have set one {server.Place}",
            false => $"Not taken by {server}; Navidrome takes them from 0.61 on",
            null => "Not seen yet: the first playlist whose source has an image will show",
        }),
    ];

    private static string NameOf(ServerProfile profile) => profile switch
    {
        { Type: null } => "A Subsonic server that does not say its name",
        { Type: "navidrome" } => $"Navidrome {profile.Version}",
        _ => $"{profile.Type} {profile.Version}",
    };

    private static string Codes(ServerProfile profile, ServerName server, LibraryState library) => (profile.NamesIsrcs, library.SongCount) switch
    {
        (_, 0) => "Shown once the library has been read",
        (false, _) => $"{server.AtStart} reports none, so songs are found by title, artist and length",
        _ => $"{Words.Number(library.WithIsrcCount)} of {Words.Count(library.SongCount, "song")} carry an ISRC, {Words.Number(library.WithRecordingMbidCount)} a MusicBrainz id",
    };
}
