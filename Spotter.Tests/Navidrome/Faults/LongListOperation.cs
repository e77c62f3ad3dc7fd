namespace Spotter.Tests.Navidrome.Faults;

/// <summary>A write of a list that does not fit into one call.</summary>
internal enum LongListOperation
{
    Creation,
    Growth,
    SmallChange,
    Reversal,
    Rebuild,
    Pairing,
    Restore,
}
