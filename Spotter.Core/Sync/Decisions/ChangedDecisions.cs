using Spotter.Core.Playlists;

namespace Spotter.Core.Sync.Decisions;

/// <summary>How the decisions about one track have changed.</summary>
internal sealed record ChangedDecisions(string Key, IReadOnlyList<Pin> Before, IReadOnlyList<Pin> After)
{
    /// <summary>The way back, unless something else was decided since.</summary>
    public DecisionWish Undo()
    {
        var ids = After.Select(pin => pin.Id).ToHashSet();
        return new(Key, pins => ids.SetEquals(pins.Select(pin => pin.Id)) ? Before.Select(before => pins.FirstOrDefault(pin => pin.Id == before.Id) ?? before) : pins);
    }
}
