namespace Spotter.Tests.Support;

/// <summary>A long test that confines a program. It is skipped where that is not possible.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ConfinedTheoryAttribute : TheoryAttribute
{
    public ConfinedTheoryAttribute() => Skip = LongTests.WhySkipped ?? Confinement.WhyNot;
}
