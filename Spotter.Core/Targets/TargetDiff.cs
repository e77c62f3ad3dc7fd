namespace Spotter.Core.Targets;

/// <summary>The difference between what a target holds and what it should hold. Repeated songs count separately.</summary>
/// <param name="Added">Song ids that are added, in their new order.</param>
/// <param name="Removed">Song ids that are removed, in their old order.</param>
/// <param name="Moved">Song ids that stay but change their order among those that stay, in their new order.</param>
public sealed record TargetDiff(IReadOnlyList<string> Added, IReadOnlyList<string> Removed, IReadOnlyList<string> Moved)
{
    /// <summary>No difference.</summary>
    public static TargetDiff None { get; } = new([], [], []);

    /// <summary>Whether there is no difference.</summary>
    public bool IsEmpty => Added.Count == 0 && Removed.Count == 0 && Moved.Count == 0;

    /// <summary>Compares two contents.</summary>
    public static TargetDiff Between(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var difference = ListDiff.Between(before, after);
        return new([.. difference.Added.Select(i => after[i])], [.. difference.Removed.Select(i => before[i])], [.. difference.Moved.Select(i => after[i])]);
    }
}
