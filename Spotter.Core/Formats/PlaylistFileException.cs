using Spotter.Core.Facts;

namespace Spotter.Core.Formats;

/// <summary>A file that nothing can be imported from.</summary>
public sealed class PlaylistFileException : Exception
{
    /// <summary>Creates it.</summary>
    /// <param name="what">What is wrong and what was expected.</param>
    /// <param name="line">The 1-based line, or null where it is about the whole file.</param>
    /// <param name="innerException">The cause, for the log.</param>
    public PlaylistFileException(Fact what, int? line = null, Exception? innerException = null)
        : base(Place(what, line).ToString(), innerException) => (Line, Reason) = (line, Place(what, line));

    /// <summary>The 1-based line, or null where it is about the whole file.</summary>
    public int? Line { get; }

    /// <summary>What is wrong and what was expected, with the line where there is one; the message is for whoever reads a stack trace.</summary>
    public Fact Reason { get; }

    /// <summary>The reason, and that nothing was imported: for a file that comes alone.</summary>
    public Fact Refusal => Fact.Of(Reason, new Fact.NothingImported());

    /// <summary>What kind of trouble it is, for those who go on with other files.</summary>
    public PlaylistFileProblem Problem { get; init; } = PlaylistFileProblem.Broken;

    /// <summary>The table whose columns the user could name, or null where that would not help.</summary>
    public UnknownTable? Table { get; init; }

    private static Fact Place(Fact what, int? line) => line is { } number ? new Fact.AtLine(number, what) : what;
}
