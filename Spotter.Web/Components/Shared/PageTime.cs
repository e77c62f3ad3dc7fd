namespace Spotter.Web.Components.Shared;

/// <summary>The present moment as the page last drew it, and the zone of the browser. Cascades from the layout, which renews it.</summary>
public sealed record PageTime(DateTimeOffset Now, TimeZoneInfo Zone)
{
    public DateTimeOffset Local(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Zone);
}
