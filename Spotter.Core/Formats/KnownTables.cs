namespace Spotter.Core.Formats;

/// <summary>What one user has said of tables so far.</summary>
/// <param name="byFingerprint">The mappings by <see cref="UnknownTable.FingerprintOf"/>.</param>
public sealed class KnownTables(IReadOnlyDictionary<string, TableMapping> byFingerprint)
{
    /// <summary>Nothing was said yet.</summary>
    public static KnownTables None { get; } = new(new Dictionary<string, TableMapping>());

    /// <summary>Moves with whatever was said; empty where nothing was.</summary>
    public string Stamp { get; } = string.Join('|', byFingerprint.OrderBy(said => said.Key, StringComparer.Ordinal)
        .Select(said => $"{said.Key}:{said.Value.HasHeader}:{string.Join(',', said.Value.Columns)}"));

    /// <summary>What was said of such a table: of its header, else of any table without one that is as wide; null where nothing was.</summary>
    public TableMapping? Find(UnknownTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return Find(table, hasHeader: true) ?? (table.NamesColumns ? null : Find(table, hasHeader: false));
    }

    /// <summary>What was said of tables with this header, or of those without one that are as wide; null where nothing was.</summary>
    internal TableMapping? Find(UnknownTable table, bool hasHeader)
        => byFingerprint.TryGetValue(table.FingerprintOf(hasHeader), out var mapping)
            && mapping.IsUsable && mapping.HasHeader == hasHeader && mapping.Columns.Count == table.ColumnCount
                ? mapping
                : null;
}
