namespace Spotter.Tests.Support.Peers;

/// <summary>A test in a real browser. Without an installed browser it is skipped with that reason.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Peer.WhyChromiumIsMissing;
}
