using Spotter.Benchmarks.Evaluation;

namespace Spotter.Benchmarks.Growth;

/// <summary>The size of a grown database, over all its users.</summary>
internal sealed record GrowthOptions(int Tracks, int Events, int Playlists, int Users)
{
    /// <summary>Parses the arguments. The defaults are the sizes in the documentation.</summary>
    /// <exception cref="MalformedInputException">They are invalid.</exception>
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
