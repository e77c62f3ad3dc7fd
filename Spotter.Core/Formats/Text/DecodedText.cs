using Spotter.Core.Facts;

namespace Spotter.Core.Formats.Text;

/// <summary>The bytes of a file as text, and how they became that.</summary>
/// <param name="Text">The text, without a byte order mark.</param>
/// <param name="GuessedCodePage">The code page that was guessed, by its usual name; null where the file left no doubt.</param>
/// <param name="Remarks">What was dropped or read otherwise on the way.</param>
internal sealed record DecodedText(string Text, string? GuessedCodePage, IReadOnlyList<Fact> Remarks);
