namespace Spotter.Tests.Support;

/// <summary>A table of tests that takes minutes, skipped unless <c>./test --full</c> asks for it.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LongTheoryAttribute : TheoryAttribute
{
    public LongTheoryAttribute() => Skip = LongTests.WhySkipped;
}
