using Spotter.Core.Playlists;

namespace Spotter.Core.Sync.Decisions;

/// <summary>Brings decisions of a file together with those that a user has.</summary>
internal static class DecisionMerge
{
    /// <summary>The decisions afterwards, and what becomes of each of the file's.</summary>
    /// <param name="known">The user's decisions about one track.</param>
    /// <param name="filed">Those of the file about the same track, in the order in which they were taken.</param>
    public static (IReadOnlyList<Pin> After, IReadOnlyList<DecisionImportOutcome> Outcomes) Of(IReadOnlyList<Pin> known, IReadOnlyList<Pin> filed)
    {
        var (after, outcomes) = (known.ToList(), new List<DecisionImportOutcome>());
        foreach (var pin in filed)
        {
            var against = after.Where(pin.Replaces).ToList();
            var outcome = after.Exists(pin.SaysTheSame) ? DecisionImportOutcome.AlreadyKnown
                : against.Exists(other => other.CreatedAt > pin.CreatedAt) ? DecisionImportOutcome.LaterStays
                : against.Count > 0 ? DecisionImportOutcome.Replaces
                : DecisionImportOutcome.New;
            outcomes.Add(outcome);
            if (outcome is DecisionImportOutcome.New or DecisionImportOutcome.Replaces)
            {
                after.RemoveAll(against.Contains);
                after.Add(pin);
            }
        }

        return (after, outcomes);
    }
}
