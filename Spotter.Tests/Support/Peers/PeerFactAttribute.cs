namespace Spotter.Tests.Support.Peers;

/// <summary>A test against supysonic, skipped with the reason where it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PeerFactAttribute : FactAttribute
{
    public PeerFactAttribute() => Skip = Peer.WhySupysonicIsMissing;
}
