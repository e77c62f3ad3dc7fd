namespace Spotter.Core.Formats.Exports;

/// <summary>Keeps spreadsheets from running a title as a formula: such a cell gets a leading apostrophe, which marks it as text.</summary>
internal static class FormulaGuard
{
    /// <summary>The cell as it is safe to write.</summary>
    public static string Add(string cell) => StartsFormula(cell) ? "'" + cell : cell;

    /// <summary>The original cell.</summary>
    public static string Remove(string cell) => cell is ['\'', ..] && StartsFormula(cell) ? cell[1..] : cell;

    // Leading apostrophes are skipped, so that a title that already has one keeps it after export and import.
    private static bool StartsFormula(string cell) => cell.AsSpan().TrimStart('\'') is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n', ..];
}
