namespace Spotter.Tests.Support;

/// <summary>A test that needs a disk of its own to fill, skipped where none can be mounted.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SmallDiskFactAttribute : FactAttribute
{
    public SmallDiskFactAttribute() => Skip = SmallDisk.WhyNot;
}
