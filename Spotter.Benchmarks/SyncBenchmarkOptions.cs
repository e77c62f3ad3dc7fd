using System.Globalization;

namespace Spotter.Benchmarks;

/// <summary>The size of the library and the playlist, and the number of further playlists that are synced at once.</summary>
internal sealed record SyncBenchmarkOptions(int Songs, int Tracks, int Playlists)
{
    /// <summary>Parses the arguments. Null if they are invalid.</summary>
    public static SyncBenchmarkOptions? Parse(IReadOnlyList<string> arguments)
    {
        var options = new SyncBenchmarkOptions(50_000, 1_000, 1_000);
        for (var at = 0; at < arguments.Count; at += 2)
        {
            if (at + 1 == arguments.Count
                || !int.TryParse(arguments[at + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number == 0)
            {
                return null;
            }

            switch (arguments[at])
            {
                case "--songs":
                    options = options with { Songs = number };
                    break;
                case "--tracks":
                    options = options with { Tracks = number };
                    break;
                case "--playlists":
                    options = options with { Playlists = number };
                    break;
                default:
                    return null;
            }
        }

        return options;
    }
}
