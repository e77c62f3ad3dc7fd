using Spotter.Core.Playlists;

namespace Spotter.Core.Sync.Decisions;

/// <summary>What is to become of a user's decisions about one track.</summary>
/// <param name="Key">The track's key.</param>
/// <param name="Then">The decisions afterwards, from those before, oldest first. It must be a pure function: a transaction may call it twice. What it returns of
/// those before stays as it is, and of everything else a copy is stored.</param>
internal sealed record DecisionWish(string Key, Func<IReadOnlyList<Pin>, IEnumerable<Pin>> Then)
{
    /// <summary>A new decision, with those that it leaves.</summary>
    public static DecisionWish Take(string key, Pin pin) => new(key, pins => pins.Where(known => !pin.Replaces(known)).Append(pin));
}
