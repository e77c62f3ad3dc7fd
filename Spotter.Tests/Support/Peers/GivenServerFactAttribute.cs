namespace Spotter.Tests.Support.Peers;

/// <summary>A test against the server named with ./test --server, skipped if none is named.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class GivenServerFactAttribute : FactAttribute
{
    public GivenServerFactAttribute() => Skip = GivenServer.WhyMissing;
}
