namespace Spotter.Tests.Support.Browsing;

/// <summary>What the pages are looked at on.</summary>
public enum Screen
{
    Desktop,
    Phone,
}
