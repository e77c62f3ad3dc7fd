namespace Spotter.Tests.Support.Peers;

/// <summary>A test against supysonic. It is skipped, with the reason, if that is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PeerFactAttribute : FactAttribute
{
    public PeerFactAttribute() => Skip = Peer.WhySupysonicIsMissing;
}
