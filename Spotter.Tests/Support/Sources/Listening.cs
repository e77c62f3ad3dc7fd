namespace Spotter.Tests.Support.Sources;

/// <summary>Songs of the embedded server's library, as playlists of services name them.</summary>
internal static class Listening
{
    public static readonly string[] Titles = ["Harbour Lights", "Low Water", "Salt on the Window", "Nine Miles Out", "Gull Song", "Rope and Tar"];

    /// <summary>The lengths in milliseconds.</summary>
    public static readonly int[] Lengths = [222_000, 255_000, 188_000, 302_000, 156_000, 231_000];

    public const string Artist = "Marlow & the Tide";

    /// <summary>These songs at ListenBrainz, by their index in <see cref="Titles"/>.</summary>
    public static IEnumerable<(string Mbid, string Title, string[] Artists, int Ms)> AtListenBrainz(params int[] places)
        => places.Select(i => (ListenBrainzDouble.Recording(i + 1), Titles[i], new[] { Artist }, Lengths[i]));

    /// <summary>One of these songs at Spotify.</summary>
    public static System.Text.Json.Nodes.JsonObject AtSpotify(int place) => SpotifyList.Track(place + 1, Titles[place], Artist, ms: Lengths[place]);
}
