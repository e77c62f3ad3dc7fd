using System.Data.Common;
using Spotter.Core.Persistence;
using Spotter.Core.Persistence.Sqlite;
using Spotter.PostgreSql;

namespace Spotter.Web.Settings;

/// <summary>Chooses the engine of the database by its connection string.</summary>
internal static class DatabaseChoice
{
    /// <summary>The database that Spotter makes for itself where none is configured.</summary>
    public const string Default = "Data Source=data/spotter.db";

    private const string Key = "ConnectionStrings:Spotter";

    /// <summary>The words with which SQLite's connection strings name the file.</summary>
    private static readonly string[] FileKeywords = ["Data Source", "DataSource", "Filename"];

    /// <summary>The engine that the connection string asks for.</summary>
    /// <param name="connectionString">As it is configured.</param>
    /// <param name="place">Gives the absolute path of a file.</param>
    /// <param name="isDemo">Whether it is for the demo, which uses a separate database beside the configured one.</param>
    /// <exception cref="BadConfigurationException">It is the connection string of no engine that there is.</exception>
    public static IDatabaseEngine Choose(string connectionString, Func<string, string> place, bool isDemo)
    {
        try
        {
            var words = new DbConnectionStringBuilder { ConnectionString = connectionString };
            return FileKeywords.Any(words.ContainsKey) ? SqliteEngine.Open(connectionString, place)
                : words.ContainsKey("Host") ? PostgreSqlEngine.Open(connectionString, isDemo)
                : throw new BadConfigurationException($"{Key} must name a file, like \"{Default}\", or a PostgreSQL server, like \"Host=db.example.org;Database=spotter;…\".");
        }
        catch (ArgumentException exception)
        {
            throw new BadConfigurationException($"{Key} cannot be read: {exception.Message.TrimEnd('.')}.");
        }
        catch (FormatException exception)
        {
            throw new BadConfigurationException($"{Key} {exception.Message}");
        }
    }
}
