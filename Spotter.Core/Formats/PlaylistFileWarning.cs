using Spotter.Core.Facts;

namespace Spotter.Core.Formats;

/// <summary>An entry of a file that was left out while the rest was imported.</summary>
/// <param name="Line">Its 1-based line in the file.</param>
/// <param name="What">What was left out and why, without the line.</param>
public sealed record PlaylistFileWarning(int Line, Fact What)
{
    /// <summary>The kind of reason, for statistics.</summary>
    public LeftOutReason Reason { get; init; }

    /// <summary>The file of an archive that contains it, or null.</summary>
    public string? FileName { get; init; }

    /// <summary>What was left out and why, with the line.</summary>
    public Fact WithLine => FileName is null ? new Fact.AtLine(Line, What) : new Fact.AtLineOf(FileName, Line, What);
}
