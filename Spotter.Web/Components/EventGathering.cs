namespace Spotter.Web.Components;

/// <summary>The clock by which live components collect events.</summary>
public sealed record EventGathering(TimeProvider Clock)
{
    /// <summary>How long events are collected before they are handled together: too short to notice, but long for a server that sends many.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromMilliseconds(100);

    /// <summary>How long to wait before events are handled again after a failure.</summary>
    public static readonly TimeSpan BeforeAnotherTry = TimeSpan.FromSeconds(5);
}
