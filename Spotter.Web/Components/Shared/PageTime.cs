namespace Spotter.Web.Components.Shared;

/// <summary>The time at which the page was last rendered, and the browser's time zone. Cascades from the layout, which updates it.</summary>
public sealed record PageTime(DateTimeOffset Now, TimeZoneInfo Zone)
{
    public DateTimeOffset Local(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Zone);
}
