namespace Spotter.Core.Formats;

/// <summary>A user's decisions about how to read the file of one playlist.</summary>
/// <param name="CodePage">The code page to decode it with (<see cref="PlaylistFileReader.CodePageNames"/>). Null detects it.</param>
/// <param name="IsTitleFirst">Whether the entries are "Title - Artist" (true) or "Artist - Title" (false). Null detects it.</param>
public sealed record ReadingChoice(string? CodePage, bool? IsTitleFirst)
{
    /// <summary>No decisions.</summary>
    public static ReadingChoice None { get; } = new(null, null);
}
