namespace Spotter.Core.Formats.Readers;

/// <summary>One record of a table.</summary>
/// <param name="Number">The 1-based line of the file where it begins: a cell may hold line breaks.</param>
/// <param name="Cells">Its cells, unquoted, as written otherwise.</param>
internal readonly record struct CsvLine(int Number, string[] Cells)
{
    /// <summary>The cell of a column, or empty where the table has no such column or the line ends before it.</summary>
    public string this[int? column] => column is { } index && index < Cells.Length ? Cells[index] : "";
}
