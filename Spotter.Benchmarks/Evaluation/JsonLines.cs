using System.Text.Json;

namespace Spotter.Benchmarks.Evaluation;

/// <summary>Reads a file with one JSON object per line, one at a time. Blank lines are skipped.</summary>
internal static class JsonLines
{
    public static IEnumerable<T> Read<T>(string path, Func<JsonFields, T> read)
    {
        using var reader = Open(path);
        var number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            yield return ReadLine(path, number, line, read);
        }
    }

    private static StreamReader Open(string path)
    {
        try
        {
            return new(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new MalformedInputException($"{path} cannot be read: {failure.Message}");
        }
    }

    private static T ReadLine<T>(string path, int number, string line, Func<JsonFields, T> read)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? read(new JsonFields(document.RootElement, path, number))
                : throw MalformedInputException.At(path, number, "a JSON object is expected.");
        }
        catch (JsonException failure)
        {
            throw MalformedInputException.At(path, number, $"this is no JSON: {failure.Message}");
        }
    }
}
