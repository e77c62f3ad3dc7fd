using Spotter.Benchmarks.Evaluation;

namespace Spotter.Benchmarks.Growth;

/// <summary>How much a grown database holds, over all its users.</summary>
internal sealed record GrowthOptions(int Tracks, int Events, int Playlists, int Users)
{
    /// <summary>Reads the arguments; what is not named is as large as the documents say.</summary>
    /// <exception cref="MalformedInputException">They are not understood.</exception>
    public static GrowthOptions Parse(string[] arguments)
    {
        var options = VerbArguments.Parse(arguments, [], ["--tracks", "--events", "--playlists", "--users"]);
        return new(Number("--tracks", 1_000_000), Number("--events", 100_000), Number("--playlists", 1_000), Number("--users", 50));

        int Number(string name, int otherwise)
            => options.Optional(name) is not { } text ? otherwise
                : int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) && number > 0 ? number
                : throw new MalformedInputException($"\"{text}\" is no number of things.");
    }
}
