namespace Spotter.Tests.Support.Sources;

/// <summary>Songs of the embedded server's own library, as playlists of services name them.</summary>
internal static class Listening
{
    public static readonly string[] Titles = ["Harbour Lights", "Low Water", "Salt on the Window", "Nine Miles Out", "Gull Song", "Rope and Tar"];

    public const string Artist = "Marlow & the Tide";

    /// <summary>Those songs at ListenBrainz, by their place in <see cref="Titles"/>.</summary>
    public static IEnumerable<(string Mbid, string Title, string[] Artists, int Ms)> AtListenBrainz(params int[] places)
        => places.Select(i => (ListenBrainzDouble.Recording(i + 1), Titles[i], new[] { Artist }, 0));
}
