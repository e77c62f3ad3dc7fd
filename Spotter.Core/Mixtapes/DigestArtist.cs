namespace Spotter.Core.Mixtapes;

/// <summary>An artist in a <see cref="LibraryDigest"/>.</summary>
/// <param name="Name">The artist.</param>
/// <param name="Albums">Some albums, with the year if known.</param>
/// <param name="Songs">Some songs.</param>
public sealed record DigestArtist(string Name, IReadOnlyList<string> Albums, IReadOnlyList<string> Songs);
