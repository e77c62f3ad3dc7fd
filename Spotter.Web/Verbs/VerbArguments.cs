namespace Spotter.Web.Verbs;

/// <summary>What was given after the name of a verb: its own options, and settings.</summary>
public sealed class VerbArguments
{
    private readonly Dictionary<string, string> _options = new(StringComparer.Ordinal);
    private readonly List<string> _settings = [];

    /// <summary>Separates the verb's options from the settings.</summary>
    /// <exception cref="FormatException">An option lacks its value.</exception>
    public VerbArguments(IReadOnlyList<VerbOption> options, IReadOnlyList<string> given)
    {
        for (var i = 0; i < given.Count; i++)
        {
            if (options.FirstOrDefault(option => option.Name == given[i]) is not { } option)
            {
                _settings.Add(given[i]);
            }
            else if (option.Value is null)
            {
                _options[option.Name] = "";
            }
            else if (i + 1 < given.Count)
            {
                _options[option.Name] = given[++i];
            }
            else
            {
                throw new FormatException($"{option.Name} needs a value: {option.Name} {option.Value}");
            }
        }
    }

    /// <summary>The rest, which configures Spotter as at a normal start.</summary>
    public IReadOnlyList<string> Settings => _settings;

    /// <summary>Whether the option was given.</summary>
    public bool Has(string option) => _options.ContainsKey(option);

    /// <summary>The value of the option; null if it was not given.</summary>
    public string? Find(string option) => _options.GetValueOrDefault(option);
}
