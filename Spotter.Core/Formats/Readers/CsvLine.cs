namespace Spotter.Core.Formats.Readers;

/// <summary>One record of a table.</summary>
/// <param name="Number">The 1-based line where it begins. A cell may contain line breaks.</param>
/// <param name="Cells">Its cells without their quotes, otherwise as written.</param>
internal readonly record struct CsvLine(int Number, string[] Cells)
{
    /// <summary>The cell of a column. Empty if the table has no such column or the line is too short.</summary>
    public string this[int? column] => column is { } index && index < Cells.Length ? Cells[index] : "";
}
