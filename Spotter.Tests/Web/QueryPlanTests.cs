using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Spotter.Tests.Support;

namespace Spotter.Tests.Web;

/// <summary>
/// How SQLite answers the product's queries. Because Spotter keeps no statistics, only tables and indexes decide that: a database of a
/// million tracks has the same plans as the small one here.
/// </summary>
public sealed class QueryPlanTests(ProductPaths paths) : IClassFixture<ProductPaths>
{
    private const string ListPath = "Spotter.Tests/Data/query-plans.txt";

    // Tables with a row or a few for each user or service, which the schedule or the start reads whole.
    private static readonly HashSet<string> Small = ["Accounts", "Users", "SourceConnections", "Mixtapes", "Personas", "ServicePauses", "ServerProfiles"];

    [Fact]
    public void No_query_reads_a_large_table_from_end_to_end()
    {
        var scans = paths.Steps.Where(step => step.Key.Contains(": SCAN", StringComparison.Ordinal) && !Small.Contains(step.Key[..step.Key.IndexOf(':', StringComparison.Ordinal)]));

        var found = string.Join('\n', scans.Select(Show));
        Assert.True(found.Length == 0, found);
    }

    [Fact]
    public void Every_way_to_read_a_table_is_on_the_list()
    {
        var path = Path.Combine(Repository.Root, ListPath);
        if (Environment.GetEnvironmentVariable("SPOTTER_WRITE_PLANS") == "1")
        {
            File.WriteAllLines(path, paths.Steps.Keys.Union(File.Exists(path) ? File.ReadAllLines(path) : []).Order(StringComparer.Ordinal));
        }

        var known = File.ReadAllLines(path).ToHashSet(StringComparer.Ordinal);
        var unknown = paths.Steps.Where(step => !known.Contains(step.Key)).Select(Show).ToList();

        Assert.True(
            unknown.Count == 0,
            $"Look at these plans; where they are as they should be, SPOTTER_WRITE_PLANS=1 puts them on the list ({ListPath}).\n{string.Join('\n', unknown)}");
    }

    [Fact]
    public void Rows_that_go_with_another_row_are_found_by_an_index()
    {
        using var database = new TestDatabase();
        using var db = database.CreateDbContext();

        var without = db.Model.GetEntityTypes().Where(type => !type.IsOwned()).SelectMany(type => type.GetForeignKeys())
            .Where(key => !key.DeclaringEntityType.GetIndexes().Where(index => index.GetFilter() is null).Select(index => index.Properties)
                .Append(key.DeclaringEntityType.FindPrimaryKey()!.Properties)
                .Any(properties => Leads(properties, key.Properties)));

        Assert.Empty(without.Select(key => $"{key.DeclaringEntityType.ShortName()}.{key.Properties[0].Name}"));
    }

    private static string Show(KeyValuePair<string, SortedSet<string>> step) => $"{step.Key}\n    {string.Join("\n    ", step.Value)}";

    private static bool Leads(IReadOnlyList<IProperty> index, IReadOnlyList<IProperty> key) => index.Take(key.Count).SequenceEqual(key);
}
