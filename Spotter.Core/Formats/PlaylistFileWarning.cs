namespace Spotter.Core.Formats;

/// <summary>Something in a file that was left out, while the rest came in.</summary>
/// <param name="Line">The 1-based line of the file where it stands.</param>
/// <param name="Sentence">What was left out and why, for people; without the line.</param>
public sealed record PlaylistFileWarning(int Line, string Sentence)
{
    /// <summary>The kind of reason, for those who count.</summary>
    public LeftOutReason Reason { get; init; }

    /// <summary>The file of an archive where it stands, or null.</summary>
    public string? FileName { get; init; }

    /// <summary>The sentence with its line.</summary>
    public override string ToString() => FileName is null ? $"Line {Line}: {Sentence}" : $"{FileName}, line {Line}: {Sentence}";
}
