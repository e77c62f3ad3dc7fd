namespace Spotter.Core.Matching.Indexing;

/// <summary>What is known of a song without looking at it.</summary>
[Flags]
internal enum SongTraits : byte
{
    /// <summary>Nothing particular.</summary>
    None = 0,

    /// <summary>It has artists that its credit does not name.</summary>
    HasGuests = 1,

    /// <summary>Its title is written in Latin letters alone.</summary>
    IsLatin = 2,

    /// <summary>Its title is written in letters that cannot be written in Latin ones, and in no Latin ones.</summary>
    IsForeign = 4,
}
