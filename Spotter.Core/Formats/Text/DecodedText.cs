using Spotter.Core.Facts;

namespace Spotter.Core.Formats.Text;

/// <summary>The decoded text of a file, and how it was decoded.</summary>
/// <param name="Text">The text, without a byte order mark.</param>
/// <param name="GuessedCodePage">The guessed code page, by its usual name. Null if nothing was guessed.</param>
/// <param name="Remarks">What was dropped, or decoded differently from the rest.</param>
internal sealed record DecodedText(string Text, string? GuessedCodePage, IReadOnlyList<Fact> Remarks)
{
    /// <summary>The code page, whether guessed, named by the file or chosen by the user. Null for Unicode.</summary>
    public string? CodePage { get; init; } = GuessedCodePage;
}
