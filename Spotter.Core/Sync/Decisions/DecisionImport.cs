namespace Spotter.Core.Sync.Decisions;

/// <summary>What an import of decisions does, or has done.</summary>
/// <param name="Entries">Every entry of the file, in its order.</param>
/// <param name="Change">What has changed, with the way back. Nothing if the import was only looked at.</param>
public sealed record DecisionImport(IReadOnlyList<DecisionImportEntry> Entries, DecisionChange Change)
{
    /// <summary>The entries that are not imported, with the reasons.</summary>
    public IEnumerable<DecisionImportEntry> NotImported => Entries.Where(entry => entry.Outcome == DecisionImportOutcome.NotImported);

    /// <summary>How many entries have this outcome.</summary>
    public int Count(DecisionImportOutcome outcome) => Entries.Count(entry => entry.Outcome == outcome);
}
