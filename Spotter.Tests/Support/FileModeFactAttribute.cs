namespace Spotter.Tests.Support;

/// <summary>A test that takes rights away from the process by the modes of its files, skipped where they bind nobody.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class FileModeFactAttribute : FactAttribute
{
    public FileModeFactAttribute() => Skip = NoOverride.WhyNot;
}
