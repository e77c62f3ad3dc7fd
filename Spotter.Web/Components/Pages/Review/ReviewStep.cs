using Spotter.Core.Sync.Decisions;

namespace Spotter.Web.Components.Pages.Review;

/// <summary>Something decided during a visit: one item, or many at once.</summary>
/// <param name="Item">The item. Null for many.</param>
/// <param name="Change">The change that decided about many. Null for one.</param>
/// <param name="Count">About how many items.</param>
public sealed record ReviewStep(ReviewItem? Item, DecisionChange? Change, int Count);
