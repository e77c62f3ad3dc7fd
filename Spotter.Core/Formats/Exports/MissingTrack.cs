using Spotter.Core.Tracks;

namespace Spotter.Core.Formats.Exports;

/// <summary>A track that the library does not have, with its place in the playlist.</summary>
/// <param name="Position">1-based, as people count.</param>
/// <param name="Track">The track as its source gives it.</param>
public sealed record MissingTrack(int Position, SourceTrack Track);
