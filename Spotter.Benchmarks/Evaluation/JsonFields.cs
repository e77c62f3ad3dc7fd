using System.Globalization;
using System.Text;
using System.Text.Json;
using Spotter.Core.Tracks;

namespace Spotter.Benchmarks.Evaluation;

/// <summary>The fields of one line. Unknown keys are ignored. An absent or null field is null. A field of the wrong kind is an error with
/// its line.</summary>
internal sealed class JsonFields(JsonElement line, string path, int number)
{
    /// <summary>A required id: a string or a number.</summary>
    public string Id(string name)
        => Find(name) switch
        {
            { ValueKind: JsonValueKind.String } value when Written(value) is { Length: > 0 } text => text,
            { ValueKind: JsonValueKind.Number } value => value.GetRawText(),
            _ => throw Error($"\"{name}\" is missing."),
        };

    /// <summary>A required string, which may be empty.</summary>
    public string RequiredText(string name) => Text(name) ?? throw Error($"\"{name}\" is missing.");

    public string? Text(string name)
        => Find(name) switch
        {
            null => null,
            { ValueKind: JsonValueKind.String } value => Written(value),
            { ValueKind: JsonValueKind.Number } value => value.GetRawText(),
            _ => throw Error($"\"{name}\" must be a text."),
        };

    /// <summary>A list of strings. A single string or number counts as a list of one. Null if the field is absent.</summary>
    public IReadOnlyList<string>? Texts(string name)
        => Find(name) switch
        {
            null => null,
            { ValueKind: JsonValueKind.Array } list => [.. list.EnumerateArray().Select(item => TextOf(name, item)).OfType<string>()],
            { } single => TextOf(name, single) is { } text ? [text] : [],
        };

    /// <summary>A length in milliseconds. Zero or less means unknown.</summary>
    public int? Milliseconds(string name)
    {
        var length = Find(name) switch
        {
            null => 0,
            { ValueKind: JsonValueKind.Number } value when value.TryGetDouble(out var ms) => ms,
            { ValueKind: JsonValueKind.String } value
                when double.TryParse(Written(value), NumberStyles.Float, CultureInfo.InvariantCulture, out var ms) => ms,
            _ => throw Error($"\"{name}\" must be a number of milliseconds."),
        };
        return length is > 0 and <= int.MaxValue ? (int)Math.Round(length) : null;
    }

    /// <summary>A label: 1 or 0, true or false.</summary>
    public bool Label(string name)
        => Find(name) switch
        {
            { ValueKind: JsonValueKind.True } => true,
            { ValueKind: JsonValueKind.False } => false,
            { ValueKind: JsonValueKind.Number } value when value.TryGetInt32(out var label) && label is 0 or 1 => label == 1,
            _ => throw Error($"\"{name}\" must be 0 or 1."),
        };

    /// <summary>All recording codes in the field, in normal form.</summary>
    public IReadOnlyList<string> Isrcs(string name) => [.. (Texts(name) ?? []).SelectMany(Isrc.ParseAll).Distinct(StringComparer.Ordinal)];

    /// <summary>A MusicBrainz id in normal form.</summary>
    public string? Mbid(string name) => Text(name)?.Trim().ToLowerInvariant() is { Length: > 0 } mbid ? mbid : null;

    public MalformedInputException Error(string what) => MalformedInputException.At(path, number, what);

    private JsonElement? Find(string name)
        => line.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private string? TextOf(string name, JsonElement item)
        => item.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.String => Written(item),
            JsonValueKind.Number => item.GetRawText(),
            _ => throw Error($"\"{name}\" must hold texts."),
        };

    private static string Written(JsonElement text)
    {
        try
        {
            return text.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, which other JSON writers accept: it is there to be matched, not to be refused.
            return Unescaped(text.GetRawText().AsSpan()[1..^1]);
        }
    }

    private static string Unescaped(ReadOnlySpan<char> raw)
    {
        var text = new StringBuilder(raw.Length);
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] != '\\')
            {
                text.Append(raw[i]);
                continue;
            }

            i++;
            text.Append(raw[i] switch
            {
                'u' => (char)ushort.Parse(raw.Slice(i + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture),
                'n' => '\n',
                't' => '\t',
                'r' => '\r',
                'b' => '\b',
                'f' => '\f',
                var sign => sign,
            });
            i += raw[i] == 'u' ? 4 : 0;
        }

        return text.ToString();
    }
}
