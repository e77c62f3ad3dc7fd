namespace Spotter.Tests.Support.Browsing;

/// <summary>The size of the screen that shows the pages.</summary>
public enum Screen
{
    Desktop,
    Phone,
}
