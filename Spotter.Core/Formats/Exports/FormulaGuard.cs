namespace Spotter.Core.Formats.Exports;

/// <summary>Keeps a spreadsheet from running a title as a formula: such a cell gets an apostrophe before it, which means "text" there.</summary>
internal static class FormulaGuard
{
    /// <summary>The cell as it is safe to write.</summary>
    public static string Add(string cell) => StartsFormula(cell) ? "'" + cell : cell;

    /// <summary>The cell as it was before.</summary>
    public static string Remove(string cell) => cell is ['\'', ..] && StartsFormula(cell) ? cell[1..] : cell;

    // Apostrophes before the sign count too, so that what was written with one comes back with one.
    private static bool StartsFormula(string cell) => cell.AsSpan().TrimStart('\'') is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n', ..];
}
