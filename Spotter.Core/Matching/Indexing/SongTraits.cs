namespace Spotter.Core.Matching.Indexing;

/// <summary>Properties of a song that are known without reading it.</summary>
[Flags]
internal enum SongTraits : byte
{
    None = 0,

    /// <summary>It has artists that its credit does not contain.</summary>
    HasGuests = 1,

    /// <summary>Its title has only Latin letters.</summary>
    IsLatin = 2,

    /// <summary>Its title has only letters that cannot be transliterated to Latin ones.</summary>
    IsForeign = 4,
}
