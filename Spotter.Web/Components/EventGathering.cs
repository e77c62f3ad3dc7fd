namespace Spotter.Web.Components;

/// <summary>How live components gather events: by this clock.</summary>
public sealed record EventGathering(TimeProvider Clock)
{
    /// <summary>How long events are gathered before they are handled together: too short to be noticed, and long for a server that has a lot to tell.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromMilliseconds(100);

    /// <summary>How long to wait before events are handled again that met trouble.</summary>
    public static readonly TimeSpan BeforeAnotherTry = TimeSpan.FromSeconds(5);
}
