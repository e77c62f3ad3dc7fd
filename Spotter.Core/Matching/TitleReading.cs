using Spotter.Core.Matching.Text;

namespace Spotter.Core.Matching;

/// <summary>One way to read a track's title, with the corresponding artists.</summary>
/// <param name="Kind">What was cut off the title as written.</param>
/// <param name="Title">The parsed title.</param>
/// <param name="Artists">The artists.</param>
internal sealed record TitleReading(TitleReadingKind Kind, ParsedTitle Title, ArtistCredits Artists)
{
    /// <summary>The text of the title that was read.</summary>
    public required string Text { get; init; }

    /// <summary>The text of the artists. Empty if none is named.</summary>
    public required string Credit { get; init; }
}
