using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace Spotter.Tests.Support;

/// <summary>SQLite's plans for statements, in a form that does not depend on aliases and values: "Tracks: SEARCH USING INDEX IX_Tracks_Key
/// (Key=?)".</summary>
internal static partial class QueryPlans
{
    /// <summary>Each step that reads a table, with the statements that use it. Scans of anything else, such as lists of values or
    /// subqueries, are left out.</summary>
    public static IReadOnlyDictionary<string, SortedSet<string>> Of(string connectionString, IEnumerable<string> statements)
    {
        using var connection = new SqliteConnection(connectionString);
        connection.Open();
        var steps = new SortedDictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        foreach (var statement in statements.Where(Reads).DistinctBy(WithoutValues))
        {
            var tables = TablesOf(statement);
            foreach (var step in Explain(connection, statement))
            {
                if (TableStep().Match(step) is { Success: true } match && tables.TryGetValue(match.Groups["name"].Value, out var table))
                {
                    var way = $"{table}: {match.Groups["how"].Value}{match.Groups["rest"].Value}";
                    if (!steps.TryGetValue(way, out var taking))
                    {
                        steps[way] = taking = new(StringComparer.Ordinal);
                    }

                    taking.Add(WithoutValues(statement));
                }
            }
        }

        return steps;
    }

    private static bool Reads(string statement)
        => statement.StartsWith("SELECT", StringComparison.OrdinalIgnoreCase) || statement.StartsWith("UPDATE", StringComparison.OrdinalIgnoreCase)
            || statement.StartsWith("DELETE", StringComparison.OrdinalIgnoreCase) || statement.StartsWith("WITH", StringComparison.OrdinalIgnoreCase);

    private static string WithoutValues(string statement) => Values().Replace(statement, "?").ReplaceLineEndings(" ");

    private static Dictionary<string, string> TablesOf(string statement)
    {
        var tables = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (Match match in Tables().Matches(statement))
        {
            var table = match.Groups["table"].Value;
            tables[match.Groups["alias"] is { Success: true } alias ? alias.Value : table] = table;
        }

        return tables;
    }

    private static IEnumerable<string> Explain(SqliteConnection connection, string statement)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + statement;
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            yield return reader.GetString(3);
        }
    }

    [GeneratedRegex("""^(?<how>SCAN|SEARCH) (?<name>\w+)(?<rest>(?: .*)?)$""")]
    private static partial Regex TableStep();

    [GeneratedRegex("""\b(?:FROM|JOIN|UPDATE|INTO)\s+"?(?<table>[A-Z]\w*)"?(?:\s+AS\s+"(?<alias>\w+)")?""")]
    private static partial Regex Tables();

    [GeneratedRegex("""'(?:[^']|'')*'|\bx'[0-9a-fA-F]*'|(?<![\w"])-?\d+(?:\.\d+)?(?![\w"])""")]
    private static partial Regex Values();
}
