namespace Spotter.Core.Formats;

/// <summary>A table that could be read since the user had said what its columns are.</summary>
/// <param name="Table">The table.</param>
/// <param name="Mapping">What its columns are.</param>
public sealed record MappedTable(UnknownTable Table, TableMapping Mapping);
