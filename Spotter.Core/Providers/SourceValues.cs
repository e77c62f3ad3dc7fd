namespace Spotter.Core.Providers;

/// <summary>The values of a source's form. They include secrets, so <see cref="ToString"/> shows only the names.</summary>
public sealed class SourceValues
{
    private readonly Dictionary<string, string> _values;

    /// <summary>Copies the values, trimmed and without blank ones.</summary>
    public SourceValues(IEnumerable<KeyValuePair<string, string?>> values)
        => _values = values.Where(pair => !string.IsNullOrWhiteSpace(pair.Value))
            .ToDictionary(pair => pair.Key, pair => pair.Value!.Trim(), StringComparer.Ordinal);

    /// <summary>No values.</summary>
    public static SourceValues None { get; } = new([]);

    /// <summary>The names that have a value.</summary>
    public IEnumerable<string> Names => _values.Keys;

    /// <summary>The value, or null if there is none.</summary>
    public string? Find(string name) => _values.GetValueOrDefault(name);

    /// <summary>A copy with this value instead. Null removes it.</summary>
    public SourceValues With(string name, string? value)
        => new(_values.Where(pair => pair.Key != name).Select(pair => KeyValuePair.Create<string, string?>(pair.Key, pair.Value)).Append(KeyValuePair.Create(name, value)));

    /// <summary>A copy in which the other's values take precedence.</summary>
    public SourceValues With(SourceValues other)
        => new(_values.Where(pair => !other._values.ContainsKey(pair.Key)).Concat(other._values).Select(pair => KeyValuePair.Create<string, string?>(pair.Key, pair.Value)));

    /// <summary>A copy with only the values whose name is wanted.</summary>
    public SourceValues Only(Func<string, bool> isWanted)
        => new(_values.Where(pair => isWanted(pair.Key)).Select(pair => KeyValuePair.Create<string, string?>(pair.Key, pair.Value)));

    /// <summary>A copy as a plain dictionary, for storing.</summary>
    public Dictionary<string, string> ToDictionary() => new(_values, StringComparer.Ordinal);

    /// <summary>Only the names, since values may be secret.</summary>
    public override string ToString() => string.Join(", ", _values.Keys);
}
