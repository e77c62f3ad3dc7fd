namespace Spotter.Web.Components.Pages.Review;

/// <summary>Doubtful matches that have something in common.</summary>
/// <param name="Name">What they have in common. Empty if the queue is not divided.</param>
/// <param name="Items">The matches.</param>
public sealed record ReviewGroup(string Name, IReadOnlyList<ReviewItem> Items)
{
    /// <summary>One row of each, for every id that sources use for it.</summary>
    public IReadOnlyList<long> TrackIds => [.. Items.SelectMany(item => item.TrackIds)];
}
