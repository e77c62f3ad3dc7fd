namespace Spotter.Web.Components.Pages.Review;

/// <summary>A line of the pile: the heading of a group, or one of its items with its index in the queue.</summary>
public sealed record ReviewLine(ReviewGroup Group, ReviewEntry? Entry);
