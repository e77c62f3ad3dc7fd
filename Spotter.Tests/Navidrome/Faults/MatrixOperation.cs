namespace Spotter.Tests.Navidrome.Faults;

/// <summary>The operation during which something goes wrong.</summary>
internal enum MatrixOperation
{
    FirstSync,
    Update,
    Pairing,
    Rebuild,
    Removal,
}
