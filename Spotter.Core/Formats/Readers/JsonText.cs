using System.Globalization;
using System.Text;
using System.Text.Json;
using Spotter.Core.Facts;
using Spotter.Core.Formats.Text;

namespace Spotter.Core.Formats.Readers;

/// <summary>A JSON document with line numbers, which a parsed document no longer has.</summary>
internal sealed class JsonText
{
    private readonly byte[] _utf8;

    private JsonText(byte[] utf8) => _utf8 = utf8;

    /// <summary>The root. Undefined if the JSON is invalid.</summary>
    public JsonElement Root { get; private init; }

    /// <summary>Why the JSON is invalid, or null.</summary>
    public PlaylistFileException? Fault { get; private init; }

    public static JsonText Open(string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        try
        {
            return new JsonText(utf8) { Root = JsonElement.Parse(utf8) };
        }
        catch (JsonException e)
        {
            return new JsonText(utf8)
            {
                Fault = new PlaylistFileException(new Fact.JsonBroken(), (int)(e.LineNumber ?? 0) + 1, e),
            };
        }
    }

    /// <summary>The value of a property, or null if there is none.</summary>
    public static JsonElement? Property(JsonElement element, string name)
    {
        try
        {
            return element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : null;
        }
        catch (InvalidOperationException e)
        {
            // The parser accepts a lone surrogate ("\ud800") and throws only when it is read.
            throw new PlaylistFileException(new Fact.JsonNameBroken(), innerException: e);
        }
    }

    /// <summary>The array of a property, or null if there is none.</summary>
    public static JsonElement? List(JsonElement element, string name)
        => Property(element, name) is { ValueKind: JsonValueKind.Array } list ? list : null;

    /// <summary>The text of a property, or null if there is none.</summary>
    public static string? String(JsonElement element, string name, int line)
        => Property(element, name) is { ValueKind: JsonValueKind.String } value ? Text(value, line, name) : null;

    /// <summary>A text of limited length.</summary>
    public static string Text(JsonElement value, int line, string name)
    {
        string text;
        try
        {
            text = value.GetString()!;
        }
        catch (InvalidOperationException e)
        {
            throw new PlaylistFileException(new Fact.JsonTextBroken(name), line, e);
        }

        FieldText.RefuseLongField(text.Length, line, name);
        return text;
    }

    /// <summary>What the document contains instead of what was expected: its first property names.</summary>
    public Fact Describe()
    {
        try
        {
            return Root.ValueKind switch
            {
                JsonValueKind.Array => new Fact.FoundList(),
                JsonValueKind.Object when Root.EnumerateObject().Select(property => property.Name).Take(5).ToList() is { Count: > 0 } names
                    => new Fact.FoundNames(new FactList([.. names.Select(name => new Fact.Quoted(name.Length > 60 ? name[..60] + "…" : name))])),
                _ => new Fact.FoundNothing(),
            };
        }
        catch (InvalidOperationException)
        {
            return new Fact.FoundBrokenName();
        }
    }

    /// <summary>The line where each item of an array begins. If the path leads to several arrays, the lines of all of them in order.</summary>
    /// <param name="path">The property names that lead to the array. Null stands for every item of an array on the way.</param>
    public IReadOnlyList<int> LinesOf(params ReadOnlySpan<string?> path)
    {
        var lines = new List<int>();
        var json = new Utf8JsonReader(_utf8);
        // For each depth, whether the reader is on the path so far. The last one tells whether it is in the array.
        Span<bool> isWithin = stackalloc bool[path.Length + 1];
        isWithin[0] = true;
        var line = 1;
        long counted = 0;
        while (json.Read())
        {
            var depth = json.CurrentDepth;
            if (json.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
            {
                continue;
            }

            if (depth > 0 && depth <= path.Length)
            {
                if (json.TokenType == JsonTokenType.PropertyName)
                {
                    isWithin[depth] = path[depth - 1] is { } name && isWithin[depth - 1] && json.ValueTextEquals(name);
                }
                else if (path[depth - 1] is null)
                {
                    isWithin[depth] = isWithin[depth - 1];
                }
            }
            else if (depth == path.Length + 1 && json.TokenType != JsonTokenType.PropertyName && isWithin[path.Length])
            {
                for (; counted < json.TokenStartIndex; counted++)
                {
                    // CR, LF and CR LF each end one line.
                    line += _utf8[counted] == (byte)'\n' || (_utf8[counted] == (byte)'\r' && _utf8[counted + 1] != (byte)'\n') ? 1 : 0;
                }

                lines.Add(line);
            }
        }

        return lines;
    }

    /// <summary>The number of a property as text, or null if there is none.</summary>
    public static string? Number(JsonElement element, string name)
        => Property(element, name) is { ValueKind: JsonValueKind.Number } number && number.TryGetDouble(out var value)
            ? value.ToString("F3", CultureInfo.InvariantCulture)
            : null;
}
