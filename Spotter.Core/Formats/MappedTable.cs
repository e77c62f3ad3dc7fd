namespace Spotter.Core.Formats;

/// <summary>A table and the meaning of its columns.</summary>
/// <param name="Table">The table.</param>
/// <param name="Mapping">The meaning of its columns.</param>
public sealed record MappedTable(UnknownTable Table, TableMapping Mapping);
