using System.Text.RegularExpressions;
using Mono.Cecil;
using Mono.Cecil.Rocks;
using Spotter.Core.Playlists;
using Spotter.Tests.Support;

namespace Spotter.Tests.Architecture;

/// <summary>Only the folder of a database engine may know that engine. Everything else may only know SQL in general.</summary>
public sealed partial class DatabaseRuleTests
{
    private const string SqliteFolder = "Spotter.Core/Persistence/Sqlite/";

    private static readonly string[] SqliteAssemblies = ["Microsoft.Data.Sqlite", "Microsoft.EntityFrameworkCore.Sqlite"];

    private static IEnumerable<SourceFile> Elsewhere
        => new[] { "Spotter.Core", "Spotter.Navidrome", "Spotter.Web" }.SelectMany(project => Repository.Files(project, ".cs", ".razor"))
            .Where(file => !file.Path.StartsWith(SqliteFolder, StringComparison.Ordinal));

    [Fact]
    public void Only_the_folder_of_SQLite_knows_its_packages()
    {
        using var core = ModuleDefinition.ReadModule(typeof(Playlist).Assembly.Location);

        // A lambda or an iterator is a type within the one that it is written in.
        var knowing = core.GetAllTypes().Where(type => Rooms.TypesUsedBy(type).Any(used => SqliteAssemblies.Contains(used.Scope.Name)))
            .Select(type => type.FullName).ToList();

        Assert.NotEmpty(knowing);
        Rule.HasNoException(knowing.Where(name => !name.StartsWith("Spotter.Core.Persistence.Sqlite.", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("Spotter.Navidrome")]
    [InlineData("Spotter.Web")]
    public void No_other_project_knows_them(string project)
        => Rule.HasNoException(System.Reflection.Assembly.Load(project).GetReferencedAssemblies().Select(name => name.Name).Intersect(SqliteAssemblies));

    [Theory]
    [InlineData("Spotter.Core")]
    [InlineData("Spotter.Navidrome")]
    [InlineData("Spotter.Web")]
    public void Only_the_project_of_PostgreSQL_knows_its_packages(string project)
        => Rule.HasNoException(System.Reflection.Assembly.Load(project).GetReferencedAssemblies().Select(name => name.Name!)
            .Where(name => name.StartsWith("Npgsql", StringComparison.Ordinal) || name == "Hangfire.PostgreSql"));

    [Fact]
    public void The_project_of_PostgreSQL_knows_Core_alone()
        => Assert.Equal(["Spotter.Core"], System.Reflection.Assembly.Load("Spotter.PostgreSql").GetReferencedAssemblies().Select(name => name.Name)
            .Where(name => name!.StartsWith("Spotter", StringComparison.Ordinal)));

    [Fact]
    public void Statements_that_only_SQLite_understands_are_in_its_folder()
    {
        // The job storage has its own file, which is not the database.
        Rule.HasNoException(Elsewhere.Where(file => file.Name != "JobStorageSetup.cs" && SqliteWords().IsMatch(file.Text)));
        Assert.Matches(SqliteWords(), string.Concat(Repository.Files(SqliteFolder.TrimEnd('/'), ".cs").Select(file => file.Text)));
    }

    [Fact]
    public void Whoever_reads_in_order_to_write_does_it_in_the_one_way()
        => Assert.Equal(["DatabaseTransactions.cs"], Elsewhere.Where(file => BeginsTransaction().IsMatch(file.Code)).Select(file => file.Name));

    [GeneratedRegex(@"\bPRAGMA\b|\bsqlite_master\b|\bBEGIN IMMEDIATE\b|""NOCASE""|\browid\b")]
    private static partial Regex SqliteWords();

    [GeneratedRegex(@"\.(?:BeginTransaction|UseTransaction)(?:Async)?\(")]
    private static partial Regex BeginsTransaction();
}
