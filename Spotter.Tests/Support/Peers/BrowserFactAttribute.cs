namespace Spotter.Tests.Support.Peers;

/// <summary>A test in a real browser, skipped with the reason where none is installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Peer.WhyChromiumIsMissing;
}
