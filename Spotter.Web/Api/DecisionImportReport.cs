using Spotter.Core.Sync.Decisions;
using Spotter.Web.Wording;

namespace Spotter.Web.Api;

/// <summary>What an import of decisions has done, or would do.</summary>
/// <param name="Added">Decisions that are new.</param>
/// <param name="Replaced">Decisions that take the place of earlier ones.</param>
/// <param name="AlreadyKnown">Decisions that were there already.</param>
/// <param name="LaterStays">Decisions that were left out because of later ones about the same track.</param>
/// <param name="NotImported">Each decision that cannot be imported, with the reason.</param>
public sealed record DecisionImportReport(int Added, int Replaced, int AlreadyKnown, int LaterStays, IReadOnlyList<DecisionLeftOut> NotImported)
{
    public static DecisionImportReport Of(DecisionImport import, FactWording wording) => new(
        import.Count(DecisionImportOutcome.New),
        import.Count(DecisionImportOutcome.Replaces),
        import.Count(DecisionImportOutcome.AlreadyKnown),
        import.Count(DecisionImportOutcome.LaterStays),
        [.. import.NotImported.Select(entry => new DecisionLeftOut(entry.Line, entry.Title, wording.Say(entry.Why) ?? ""))]);
}
