using Spotter.Core.Formats;


namespace Spotter.Web.Components.Pages.Sources;

/// <summary>A table that waits for its user to say what its columns are.</summary>
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

    /// <summary>The file it stands in.</summary>
    public string FileName { get; }

    /// <summary>The name for its playlist, where one was given.</summary>
    public string? GivenName { get; }

    /// <summary>What was read from it until its user found the columns wrong; empty where it could not be read at all.</summary>
    public IReadOnlyList<ImportEntry> Before { get; init; } = [];

    /// <summary>Where among the entries these were.</summary>
    public int Place { get; init; }

    public bool HasHeader { get; set; }

    /// <summary>What each column is, as said so far.</summary>
    public IReadOnlyList<TableColumn> Columns => _columns;

    /// <summary>Why it could not be read as it was said, or null.</summary>
    public string? Problem { get; set; }

    public TableMapping Mapping
    {
        get => new(HasHeader, [.. _columns]);
        set => (HasHeader, _columns) = (value.HasHeader, [.. value.Columns]);
    }

    /// <summary>Says what a column is. Another one that was said to be the same is nothing then.</summary>
    public void Set(int index, TableColumn column)
    {
        for (var i = 0; i < _columns.Length; i++)
        {
            _columns[i] = i == index ? column : _columns[i] == column ? TableColumn.Ignored : _columns[i];
        }

        Problem = null;
    }
}
