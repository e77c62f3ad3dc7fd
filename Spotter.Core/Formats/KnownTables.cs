namespace Spotter.Core.Formats;

/// <summary>The decisions that a user has made about the columns of tables.</summary>
/// <param name="byFingerprint">The mappings by <see cref="UnknownTable.FingerprintOf"/>.</param>
public sealed class KnownTables(IReadOnlyDictionary<string, TableMapping> byFingerprint)
{
    /// <summary>No decisions.</summary>
    public static KnownTables None { get; } = new(new Dictionary<string, TableMapping>());

    /// <summary>Changes whenever a decision changes. Empty if there are none.</summary>
    public string Stamp { get; } = string.Join('|', byFingerprint.OrderBy(said => said.Key, StringComparer.Ordinal)
        .Select(said => $"{said.Key}:{said.Value.HasHeader}:{string.Join(',', said.Value.Columns)}"));

    /// <summary>The mapping for tables with the same header, or else for tables without a header that have as many columns. Null if there is
    /// none.</summary>
    public TableMapping? Find(UnknownTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return Find(table, hasHeader: true) ?? (table.NamesColumns ? null : Find(table, hasHeader: false));
    }

    /// <summary>The mapping for tables with the same header, or for tables without a header that have as many columns. Null if there is
    /// none.</summary>
    internal TableMapping? Find(UnknownTable table, bool hasHeader)
        => byFingerprint.TryGetValue(table.FingerprintOf(hasHeader), out var mapping)
            && mapping.IsUsable && mapping.HasHeader == hasHeader && mapping.Columns.Count == table.ColumnCount
                ? mapping
                : null;
}
