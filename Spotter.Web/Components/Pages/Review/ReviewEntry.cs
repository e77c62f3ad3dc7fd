namespace Spotter.Web.Components.Pages.Review;

/// <summary>An item and where it stands in the pile.</summary>
public sealed record ReviewEntry(int Index, ReviewItem Item);
