namespace Spotter.Tests.Benchmarks.Mutants;

/// <summary>The tests that <see cref="TestWorkerTests"/> runs. Each row reaches the fixture's fault and one of its own, and fails if its
/// own is switched on.</summary>
public sealed class TestWorkerSampleTests : IClassFixture<TestWorkerSampleTests.Fixture>
{
    internal static readonly AsyncLocal<int> Fault = new();
    internal static readonly AsyncLocal<bool[]?> Reached = new();

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Fails_with_its_fault(int fault)
    {
        Reach(fault);
        Assert.NotEqual(fault, Fault.Value);
    }

    private static void Reach(int fault)
    {
        if (Reached.Value is { } reached)
        {
            reached[fault] = true;
        }
    }

    public sealed class Fixture
    {
        public Fixture() => Reach(2);
    }
}
