namespace Spotter.Web.Components.Pages.Review;

/// <summary>An item and its index in the queue.</summary>
public sealed record ReviewEntry(int Index, ReviewItem Item);
