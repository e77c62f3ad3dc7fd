namespace Spotter.Web.Components.Pages.PlaylistDetail;

/// <summary>Which rows of the match report are shown.</summary>
public enum ReportFilter
{
    All,
    Matched,
    Review,
    Missing,
}
