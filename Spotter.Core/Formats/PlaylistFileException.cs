using Spotter.Core.Facts;

namespace Spotter.Core.Formats;

/// <summary>Nothing can be imported from a file.</summary>
public sealed class PlaylistFileException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="what">What is wrong and what was expected.</param>
    /// <param name="line">The 1-based line, or null if the whole file is meant.</param>
    /// <param name="innerException">The cause, for the log.</param>
    public PlaylistFileException(Fact what, int? line = null, Exception? innerException = null)
        : base(Place(what, line).ToString(), innerException) => (Line, Reason) = (line, Place(what, line));

    /// <summary>The 1-based line, or null if the whole file is meant.</summary>
    public int? Line { get; }

    /// <summary>What is wrong and what was expected, with the line if there is one. The exception's message is only for stack traces.</summary>
    public Fact Reason { get; }

    /// <summary>The reason, and that nothing was imported: for a file that was imported alone.</summary>
    public Fact Refusal => Fact.Of(Reason, new Fact.NothingImported());

    /// <summary>The kind of problem, for callers that continue with other files.</summary>
    public PlaylistFileProblem Problem { get; init; } = PlaylistFileProblem.Broken;

    /// <summary>The table, if the user could map its columns. Otherwise null.</summary>
    public UnknownTable? Table { get; init; }

    private static Fact Place(Fact what, int? line) => line is { } number ? new Fact.AtLine(number, what) : what;
}
