using Spotter.Core.Matching.Text;

namespace Spotter.Core.Matching;

/// <summary>One way to read a track's title, with the artists that go with it.</summary>
/// <param name="Kind">What was taken off the title as written.</param>
/// <param name="Title">The title, taken apart.</param>
/// <param name="Artists">The artists.</param>
internal sealed record TitleReading(TitleReadingKind Kind, ParsedTitle Title, ArtistCredits Artists)
{
    /// <summary>The title's text that was read so.</summary>
    public required string Text { get; init; }

    /// <summary>The artists' text; empty where none is named.</summary>
    public required string Credit { get; init; }
}
