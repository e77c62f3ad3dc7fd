using System.Text.Encodings.Web;
using System.Text.Json;

namespace Spotter.Benchmarks.Evaluation;

/// <summary>Writes one JSON object per line, or nothing if no file is wanted.</summary>
internal sealed class JsonLinesWriter : IDisposable
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly StreamWriter? _writer;

    private JsonLinesWriter(StreamWriter? writer)
    {
        _writer = writer;
    }

    public static JsonLinesWriter To(string? path)
    {
        try
        {
            return new(path is null ? null : new StreamWriter(path) { NewLine = "\n" });
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new MalformedInputException($"{path} cannot be written: {failure.Message}");
        }
    }

    public void Write<T>(T line) => _writer?.WriteLine(JsonSerializer.Serialize(line, Options));

    public void Dispose() => _writer?.Dispose();
}
