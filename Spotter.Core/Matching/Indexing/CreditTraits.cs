namespace Spotter.Core.Matching.Indexing;

/// <summary>Properties of the names of a credit.</summary>
[Flags]
internal enum CreditTraits : byte
{
    None = 0,

    /// <summary>Nobody is named.</summary>
    IsEmpty = 1,

    /// <summary>A name is in Latin letters.</summary>
    HasLatin = 2,

    /// <summary>A name is in other letters.</summary>
    HasOther = 4,
}
