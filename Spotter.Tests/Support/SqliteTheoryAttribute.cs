namespace Spotter.Tests.Support;

/// <summary>A test of what only SQLite does, or that looks into its file. Skipped if the databases of tests are on another engine.</summary>
internal sealed class SqliteTheoryAttribute : TheoryAttribute
{
    public SqliteTheoryAttribute() => Skip = PostgreSqlServer.IsWanted ? "This is about SQLite." : null!;
}
