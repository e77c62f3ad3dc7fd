using System.Globalization;

namespace Spotter.Core.Formats;

/// <summary>A file that nothing can be imported from. The message is for people: the line where there is one, and what was expected.</summary>
public sealed class PlaylistFileException : Exception
{
    /// <summary>Creates it; the message closes with the sentence that nothing was imported.</summary>
    /// <param name="sentences">What is wrong and what was expected, as whole sentences.</param>
    /// <param name="line">The 1-based line, or null where it is about the whole file.</param>
    /// <param name="innerException">The cause, for the log.</param>
    public PlaylistFileException(string sentences, int? line = null, Exception? innerException = null)
        : base($"{Compose(sentences, line)} Nothing was imported.", innerException) => (Line, Reason) = (line, Compose(sentences, line));

    /// <summary>The 1-based line, or null where it is about the whole file.</summary>
    public int? Line { get; }

    /// <summary>The message without its last sentence, for a file among several of which others came in.</summary>
    public string Reason { get; }

    /// <summary>What kind of trouble it is, for those who go on with other files.</summary>
    public PlaylistFileProblem Problem { get; init; } = PlaylistFileProblem.Broken;

    /// <summary>The table whose columns the user could name, or null where that would not help.</summary>
    public UnknownTable? Table { get; init; }

    private static string Compose(string sentences, int? line)
        => line is { } number ? string.Create(CultureInfo.InvariantCulture, $"Line {number}: {sentences}") : sentences;
}
