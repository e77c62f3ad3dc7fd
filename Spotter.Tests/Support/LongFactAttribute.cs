namespace Spotter.Tests.Support;

/// <summary>A test that takes minutes, skipped unless <c>./test --full</c> asks for it.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LongFactAttribute : FactAttribute
{
    public LongFactAttribute() => Skip = LongTests.WhySkipped;
}
