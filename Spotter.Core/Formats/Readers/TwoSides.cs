namespace Spotter.Core.Formats.Readers;

/// <summary>An artist and a title in one text, read in both orders.</summary>
/// <param name="ArtistFirst">The text read as "Artist - Title". Without an artist if it has no dash.</param>
/// <param name="TitleFirst">The text read as "Title - Artist". Null if it has no dash.</param>
/// <param name="Vote">The order that the path of the file supports: 1 for the artist first, -1 for the title first, 0 for neither.</param>
internal readonly record struct TwoSides((string? Artist, string Title) ArtistFirst, (string? Artist, string Title)? TitleFirst, int Vote);
