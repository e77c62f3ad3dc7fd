namespace Spotter.Tests.Navidrome.Faults;

/// <summary>What runs while something goes wrong.</summary>
internal enum MatrixOperation
{
    FirstSync,
    Update,
    Pairing,
    Rebuild,
    Removal,
}
