using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Spotter.Core.Persistence.Sqlite;

/// <summary>
/// Lets the EF tools read the model without starting Spotter. After a change to the model, run in the top folder: <c>dotnet tool restore</c>,
/// then <c>dotnet ef migrations add NameOfTheChange --project Spotter.Core --output-dir Persistence/Sqlite/Migrations</c>. Spotter applies
/// new migrations when it starts.
/// </summary>
public sealed class DesignTimeContextFactory : IDesignTimeDbContextFactory<SpotterDbContext>
{
    /// <inheritdoc/>
    public SpotterDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<SpotterDbContext>();
        options.UseSpotterSqlite("Data Source=design-time.db");
        return new(options.Options);
    }
}
