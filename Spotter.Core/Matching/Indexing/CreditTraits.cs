namespace Spotter.Core.Matching.Indexing;

/// <summary>What the names of a credit are like.</summary>
[Flags]
internal enum CreditTraits : byte
{
    /// <summary>Nothing particular.</summary>
    None = 0,

    /// <summary>Nobody is named.</summary>
    IsEmpty = 1,

    /// <summary>A name is written in Latin letters.</summary>
    HasLatin = 2,

    /// <summary>A name is written in other letters.</summary>
    HasOther = 4,
}
