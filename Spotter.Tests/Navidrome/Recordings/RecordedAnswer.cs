using System.Text.Json;
using System.Text.Json.Nodes;

namespace Spotter.Tests.Navidrome.Recordings;

/// <summary>Compares an answer with the recorded one: keys and values, one difference per line.</summary>
internal sealed class RecordedAnswer(RecordedNames names)
{
    /// <summary>The differences: a path, the recorded value, the actual value.</summary>
    /// <param name="recorded">The recorded answer.</param>
    /// <param name="actual">The actual answer.</param>
    /// <param name="isPart">Whether the recording keeps only some of the keys.</param>
    public IReadOnlyList<string> Compare(JsonNode? recorded, JsonNode? actual, bool isPart)
    {
        var differences = new List<string>();
        Compare("", recorded, actual, isPart, differences);
        return differences;
    }

    private static string Text(JsonNode? node) => node?.ToJsonString(Plain) is { } text ? text.Length > 200 ? text[..200] + "…" : text : "null";

    private static JsonSerializerOptions Plain { get; } = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private void Compare(string path, JsonNode? recorded, JsonNode? actual, bool isPart, List<string> differences)
    {
        switch (recorded, actual)
        {
            case (JsonObject expected, JsonObject found):
                foreach (var (key, value) in expected)
                {
                    if (!found.ContainsKey(key))
                    {
                        differences.Add($"{path}.{key}: recorded {Text(value)}, missing here");
                    }
                    else
                    {
                        Compare($"{path}.{key}", value, found[key], isPart, differences);
                    }
                }

                differences.AddRange(isPart ? [] : found.Where(pair => !expected.ContainsKey(pair.Key)).Select(pair => $"{path}.{pair.Key}: not recorded, here {Text(pair.Value)}"));
                break;
            case (JsonArray expected, JsonArray found):
                if (expected.Count != found.Count)
                {
                    differences.Add($"{path}: recorded {expected.Count} ({Text(expected)}), here {found.Count} ({Text(found)})");
                    break;
                }

                for (var i = 0; i < expected.Count; i++)
                {
                    Compare($"{path}[{i}]", expected[i], Shortened(expected[i], found[i]), isPart, differences);
                }

                break;
            default:
                if (!IsSame(recorded, actual))
                {
                    differences.Add($"{path}: recorded {names.Fill(Text(recorded))}, here {Text(actual)}");
                }

                break;
        }
    }

    /// <summary>A recording has each whole song once. Elsewhere it has the song's id or title.</summary>
    private static JsonNode? Shortened(JsonNode? recorded, JsonNode? actual)
        => recorded is JsonValue value && value.GetValueKind() == JsonValueKind.String && actual is JsonObject song
            ? ((string)value!).StartsWith("{song:", StringComparison.Ordinal) ? song["id"] : song["title"]
            : actual;

    private bool IsSame(JsonNode? recorded, JsonNode? actual)
    {
        if (recorded is JsonValue value && value.GetValueKind() == JsonValueKind.String)
        {
            var text = (string)value!;
            return actual?.GetValueKind() switch
            {
                JsonValueKind.String => names.IsSame(text, (string)actual!),
                JsonValueKind.Number => text == "{int}",
                _ => false,
            };
        }

        return JsonNode.DeepEquals(recorded, actual);
    }
}
