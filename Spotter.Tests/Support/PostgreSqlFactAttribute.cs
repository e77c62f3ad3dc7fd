namespace Spotter.Tests.Support;

/// <summary>A test with a PostgreSQL server, skipped with the reason where there is none.</summary>
internal sealed class PostgreSqlFactAttribute : FactAttribute
{
    public PostgreSqlFactAttribute() => Skip = PostgreSqlServer.WhyNot!;
}
