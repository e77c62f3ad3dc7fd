namespace Spotter.Core.Formats;

/// <summary>What a user says of how the file of one playlist is to be read.</summary>
/// <param name="CodePage">The code page of its letters (<see cref="PlaylistFileReader.CodePageNames"/>), or null to find out.</param>
/// <param name="IsTitleFirst">Whether its texts are "Title - Artist" (true) or "Artist - Title" (false), or null to find out.</param>
public sealed record ReadingChoice(string? CodePage, bool? IsTitleFirst)
{
    /// <summary>Nothing is said.</summary>
    public static ReadingChoice None { get; } = new(null, null);
}
