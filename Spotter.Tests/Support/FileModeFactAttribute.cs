namespace Spotter.Tests.Support;

/// <summary>A test that denies the process access through file modes. It is skipped where modes restrict nobody.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class FileModeFactAttribute : FactAttribute
{
    public FileModeFactAttribute() => Skip = NoOverride.WhyNot;
}
