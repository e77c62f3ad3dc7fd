using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Spotter.Core.Persistence;

namespace Spotter.PostgreSql;

/// <summary>
/// Lets the EF tools read the model without starting Spotter. After a change to the model, besides the migration for SQLite, run in the top folder:
/// <c>dotnet ef migrations add NameOfTheChange --project Spotter.PostgreSql</c>.
/// </summary>
public sealed class DesignTimeContextFactory : IDesignTimeDbContextFactory<SpotterDbContext>
{
    /// <inheritdoc/>
    public SpotterDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<SpotterDbContext>();
        options.UseEngine(new PostgreSqlEngine("Host=127.0.0.1;Database=design_time"));
        return new(options.Options);
    }
}
