namespace Spotter.Benchmarks.Evaluation;

/// <summary>A file or an argument is invalid. The message says which, where and why.</summary>
internal sealed class MalformedInputException(string message) : Exception(message)
{
    public static MalformedInputException At(string path, int line, string what) => new($"{path}, line {line}: {what}");
}
