namespace Spotter.Web.Components.Pages.PlaylistDetail;

/// <summary>A row and its index in the view.</summary>
public sealed record IndexedRow(int Index, ReportRow Row);
