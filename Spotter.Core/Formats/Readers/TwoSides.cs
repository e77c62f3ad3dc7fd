namespace Spotter.Core.Formats.Readers;

/// <summary>A text that names artist and title, in one order or the other.</summary>
/// <param name="ArtistFirst">How it reads as "Artist - Title"; without an artist where it has no dash.</param>
/// <param name="TitleFirst">How it reads as "Title - Artist"; null where it has no dash.</param>
/// <param name="Vote">Which way the file's path speaks for: 1 for the artist first, -1 for the title first, 0 for neither.</param>
internal readonly record struct TwoSides((string? Artist, string Title) ArtistFirst, (string? Artist, string Title)? TitleFirst, int Vote);
