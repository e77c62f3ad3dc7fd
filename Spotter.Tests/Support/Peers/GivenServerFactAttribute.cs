namespace Spotter.Tests.Support.Peers;

/// <summary>A test against the server that ./test --server names, skipped where it names none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class GivenServerFactAttribute : FactAttribute
{
    public GivenServerFactAttribute() => Skip = GivenServer.WhyMissing;
}
