using Spotter.Core.Facts;

namespace Spotter.Core.Formats;

/// <summary>Something in a file that was left out, while the rest came in.</summary>
/// <param name="Line">The 1-based line of the file where it stands.</param>
/// <param name="What">What was left out and why, without the line.</param>
public sealed record PlaylistFileWarning(int Line, Fact What)
{
    /// <summary>The kind of reason, for those who count.</summary>
    public LeftOutReason Reason { get; init; }

    /// <summary>The file of an archive where it stands, or null.</summary>
    public string? FileName { get; init; }

    /// <summary>What was left out and why, with its line.</summary>
    public Fact WithLine => FileName is null ? new Fact.AtLine(Line, What) : new Fact.AtLineOf(FileName, Line, What);
}
