using System.Globalization;

namespace Spotter.Benchmarks.Mutants;

/// <summary>Which faults are tried, and for how long.</summary>
internal sealed record MutantOptions
{
    /// <summary>Decides which faults are drawn: the same number draws the same ones from the same sources.</summary>
    public required int Seed { get; init; }

    /// <summary>No fault is begun after this many minutes, including the build. Null tries them all.</summary>
    public double? Minutes { get; init; } = 10;

    /// <summary>The maximum number of faults per area. Null sets no limit.</summary>
    public int? Count { get; init; }

    /// <summary>How many run in parallel.</summary>
    public int Workers { get; init; } = Environment.ProcessorCount;

    /// <summary>Only files whose path contains this. Empty takes all.</summary>
    public string In { get; init; } = "";

    /// <summary>Parses the arguments. Null if they are invalid.</summary>
    public static MutantOptions? Parse(IReadOnlyList<string> arguments, TimeProvider clock)
    {
        var options = new MutantOptions { Seed = int.Parse(clock.GetUtcNow().ToString("yyyyMMdd", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) };
        for (var i = 0; i < arguments.Count; i++)
        {
            var value = i + 1 < arguments.Count ? arguments[i + 1] : "";
            switch (arguments[i])
            {
                case "--all":
                    options = options with { Minutes = null };
                    continue;
                case "--seed" when int.TryParse(value, CultureInfo.InvariantCulture, out var seed):
                    options = options with { Seed = seed };
                    break;
                case "--minutes" when double.TryParse(value, CultureInfo.InvariantCulture, out var minutes) && minutes > 0:
                    options = options with { Minutes = minutes };
                    break;
                case "--count" when int.TryParse(value, CultureInfo.InvariantCulture, out var count) && count > 0:
                    options = options with { Count = count, Minutes = null };
                    break;
                case "--workers" when int.TryParse(value, CultureInfo.InvariantCulture, out var workers) && workers > 0:
                    options = options with { Workers = workers };
                    break;
                case "--in" when value.Length > 0:
                    options = options with { In = value };
                    break;
                default:
                    return null;
            }

            i++;
        }

        return options;
    }
}
