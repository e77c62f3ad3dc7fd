namespace Spotter.Benchmarks.Evaluation;

/// <summary>The arguments of a verb: names with one value each.</summary>
internal sealed class VerbArguments
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    /// <summary>Parses <c>--name value</c> pairs. Every required name must be present, and no unknown ones.</summary>
    public static VerbArguments Parse(IReadOnlyList<string> arguments, IReadOnlyCollection<string> required, IReadOnlyCollection<string> optional)
    {
        var parsed = new VerbArguments();
        for (var i = 0; i < arguments.Count; i += 2)
        {
            var name = arguments[i];
            if (!required.Contains(name) && !optional.Contains(name))
            {
                throw new MalformedInputException($"\"{name}\" is not understood; there are {string.Join(", ", required.Concat(optional))}.");
            }

            if (i + 1 == arguments.Count)
            {
                throw new MalformedInputException($"{name} needs a value behind it.");
            }

            parsed._values[name] = arguments[i + 1];
        }

        return required.FirstOrDefault(name => !parsed._values.ContainsKey(name)) is { } missing
            ? throw new MalformedInputException($"{missing} is missing.")
            : parsed;
    }

    public string this[string name] => _values[name];

    public string? Optional(string name) => _values.GetValueOrDefault(name);
}
