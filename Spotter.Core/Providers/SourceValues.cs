namespace Spotter.Core.Providers;

/// <summary>What the form of a source was given. Holds secrets, so it says nothing of its values as text.</summary>
public sealed class SourceValues
{
    private readonly Dictionary<string, string> _values;

    /// <summary>Takes the values over; blank ones are none, and blanks around a value are not part of it.</summary>
    public SourceValues(IEnumerable<KeyValuePair<string, string?>> values)
        => _values = values.Where(pair => !string.IsNullOrWhiteSpace(pair.Value))
            .ToDictionary(pair => pair.Key, pair => pair.Value!.Trim(), StringComparer.Ordinal);

    /// <summary>No value at all.</summary>
    public static SourceValues None { get; } = new([]);

    /// <summary>The keys that have a value.</summary>
    public IEnumerable<string> Names => _values.Keys;

    /// <summary>The value, or null where there is none.</summary>
    public string? Find(string name) => _values.GetValueOrDefault(name);

    /// <summary>The same with this value instead; null takes it out.</summary>
    public SourceValues With(string name, string? value)
        => new(_values.Where(pair => pair.Key != name).Select(pair => KeyValuePair.Create<string, string?>(pair.Key, pair.Value)).Append(KeyValuePair.Create(name, value)));

    /// <summary>The same, with the values of the other where it has any.</summary>
    public SourceValues With(SourceValues other)
        => new(_values.Where(pair => !other._values.ContainsKey(pair.Key)).Concat(other._values).Select(pair => KeyValuePair.Create<string, string?>(pair.Key, pair.Value)));

    /// <summary>Only these.</summary>
    public SourceValues Only(Func<string, bool> isWanted)
        => new(_values.Where(pair => isWanted(pair.Key)).Select(pair => KeyValuePair.Create<string, string?>(pair.Key, pair.Value)));

    /// <summary>A copy as a plain dictionary, to be stored.</summary>
    public Dictionary<string, string> ToDictionary() => new(_values, StringComparer.Ordinal);

    /// <summary>The names alone.</summary>
    public override string ToString() => string.Join(", ", _values.Keys);
}
