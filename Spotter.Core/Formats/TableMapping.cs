namespace Spotter.Core.Formats;

/// <summary>A user's description of a table.</summary>
/// <param name="HasHeader">Whether the first line contains column names and not a track.</param>
/// <param name="Columns">The meaning of each column, from left to right.</param>
public sealed record TableMapping(bool HasHeader, IReadOnlyList<TableColumn> Columns)
{
    /// <summary>Whether a table can be read with it: one column is the title, and only artists may have several columns.</summary>
    public bool IsUsable => Columns.Contains(TableColumn.Title)
        && Columns.Where(column => column is not (TableColumn.Ignored or TableColumn.Artist)).GroupBy(column => column).All(same => same.Count() == 1);

    /// <summary>The indexes of all columns with this meaning, from left to right.</summary>
    public IEnumerable<int> FindAll(TableColumn column) => Columns.Select((found, i) => (found, i)).Where(pair => pair.found == column).Select(pair => pair.i);

    /// <summary>The index of the first column with this meaning. Null if there is none.</summary>
    public int? Find(TableColumn column) => Columns.Select((found, i) => found == column ? i : (int?)null).FirstOrDefault(i => i is not null);
}
