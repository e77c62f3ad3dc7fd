namespace Spotter.Core.Formats;

/// <summary>What a user says of a table that Spotter does not understand.</summary>
/// <param name="HasHeader">Whether the first line names the columns, and is no track.</param>
/// <param name="Columns">What each column is, from the left.</param>
public sealed record TableMapping(bool HasHeader, IReadOnlyList<TableColumn> Columns)
{
    /// <summary>Whether a table can be read by it: one column is the title, and no two are the same but for those of artists.</summary>
    public bool IsUsable => Columns.Contains(TableColumn.Title)
        && Columns.Where(column => column is not (TableColumn.Ignored or TableColumn.Artist)).GroupBy(column => column).All(same => same.Count() == 1);

    /// <summary>The places of a column, from the left.</summary>
    public IEnumerable<int> FindAll(TableColumn column) => Columns.Select((found, i) => (found, i)).Where(pair => pair.found == column).Select(pair => pair.i);

    /// <summary>The place of a column, or null where the table has none.</summary>
    public int? Find(TableColumn column) => Columns.Select((found, i) => found == column ? i : (int?)null).FirstOrDefault(i => i is not null);
}
