using Spotter.Core.Formats;


namespace Spotter.Web.Components.Pages.Sources;

/// <summary>A table whose columns the user has yet to name.</summary>
public sealed class ImportTable
{
    private TableColumn[] _columns = [];

    public ImportTable(UnknownTable table, string fileName, string? givenName, TableMapping mapping)
    {
        Table = table;
        FileName = fileName;
        GivenName = givenName;
        Mapping = mapping;
    }

    public UnknownTable Table { get; }

    /// <summary>The file that contains it.</summary>
    public string FileName { get; }

    /// <summary>The name for its playlist, if one was given.</summary>
    public string? GivenName { get; }

    /// <summary>The entries that were read from it before the user found the columns wrong. Empty if it could not be read at all.</summary>
    public IReadOnlyList<ImportEntry> Before { get; init; } = [];

    /// <summary>The position of those entries in the list.</summary>
    public int Place { get; init; }

    public bool HasHeader { get; set; }

    /// <summary>The meaning of each column, as chosen so far.</summary>
    public IReadOnlyList<TableColumn> Columns => _columns;

    /// <summary>Why it could not be read as chosen, or null.</summary>
    public string? Problem { get; set; }

    public TableMapping Mapping
    {
        get => new(HasHeader, [.. _columns]);
        set => (HasHeader, _columns) = (value.HasHeader, [.. value.Columns]);
    }

    /// <summary>Sets the meaning of a column. Another column with the same meaning loses it.</summary>
    public void Set(int index, TableColumn column)
    {
        for (var i = 0; i < _columns.Length; i++)
        {
            _columns[i] = i == index ? column : _columns[i] == column ? TableColumn.Ignored : _columns[i];
        }

        Problem = null;
    }
}
