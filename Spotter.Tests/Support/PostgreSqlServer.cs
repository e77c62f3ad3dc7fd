using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Spotter.Core.Persistence;
using Spotter.PostgreSql;

namespace Spotter.Tests.Support;

/// <summary>
/// A PostgreSQL server on a free port of this machine, with its own folder. It ends with the test process. Each test has its own database, copied
/// from one that has the tables.
/// </summary>
internal sealed class PostgreSqlServer : IDisposable
{
    /// <summary>The database with the tables and no rows.</summary>
    public const string Template = "spotter_template";

    private static readonly Lazy<PostgreSqlServer> Shared = new(StartShared);
    private static int _databases;

    private readonly TemporaryFolder _folder = TemporaryFolder.InMemoryWhereThereIs();
    private Process _process;

    public PostgreSqlServer()
    {
        Port = FreePort.Find();
        if (RunsAsRoot)
        {
            Run("chown", "postgres", _folder.Path);
        }

        // Nothing here has to survive a power cut, so nothing waits for the disk.
        Run(Tool("initdb"), "-D", Data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");
        _process = StartProcess();
    }

    /// <summary>Whether all databases of tests are on such a server (SPOTTER_DATABASE=postgresql).</summary>
    public static bool IsWanted { get; } = Environment.GetEnvironmentVariable("SPOTTER_DATABASE") == "postgresql";

    /// <summary>Why this machine cannot have such a server. Null if it can.</summary>
    public static string? WhyNot
        => FolderOfTools() is null ? "PostgreSQL is not installed (Debian: postgresql)."
            : RunsAsRoot && !File.ReadLines("/etc/passwd").Any(line => line.StartsWith("postgres:", StringComparison.Ordinal)) ? "There is no user postgres, and PostgreSQL does not run as root."
            : null;

    public int Port { get; }

    private string Data => _folder.File("data");

    private static bool RunsAsRoot => Environment.UserName == "root";

    /// <summary>The connection string of a new database with all tables, on the server that all tests share.</summary>
    public static string CreateDatabase()
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"test_{Interlocked.Increment(ref _databases)}");
        Shared.Value.Execute($"CREATE DATABASE {name} TEMPLATE {Template}");
        return Shared.Value.ConnectionTo(name);
    }

    /// <summary>Deletes it.</summary>
    public static void Drop(string connectionString)
    {
        using (var connection = new NpgsqlConnection(connectionString))
        {
            NpgsqlConnection.ClearPool(connection);
        }

        Shared.Value.Execute($"DROP DATABASE IF EXISTS {new NpgsqlConnectionStringBuilder(connectionString).Database} WITH (FORCE)");
    }

    public string ConnectionTo(string database) => string.Create(
        CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={Port};Database={database};Username=postgres;Maximum Pool Size=20;Max Auto Prepare=20;Include Error Detail=true");

    /// <summary>Creates <see cref="Template"/>.</summary>
    public void CreateTemplate()
    {
        // A database can be copied only while nobody is connected to it.
        var options = new DbContextOptionsBuilder<SpotterDbContext>();
        options.UseEngine(new PostgreSqlEngine(ConnectionTo(Template) + ";Pooling=false"));
        using var db = new SpotterDbContext(options.Options);
        db.Database.Migrate();
    }

    /// <summary>Ends the server at once, without a clean shutdown.</summary>
    public void Kill()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    public void Restart() => _process = StartProcess();

    public void Dispose()
    {
        Kill();
        _folder.Dispose();
    }

    private static PostgreSqlServer StartShared()
    {
        var server = new PostgreSqlServer();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => server.Dispose();
        server.CreateTemplate();
        return server;
    }

    private void Execute(string statement)
    {
        using var connection = new NpgsqlConnection(ConnectionTo("postgres"));
        connection.Open();
        using var command = new NpgsqlCommand(statement, connection);
        command.ExecuteNonQuery();
    }

    private Process StartProcess()
    {
        // The shell ends the server ("immediate" shutdown) as soon as its input closes, even if this process was killed.
        var process = Begin(
            "/bin/sh", "-c", "\"$0\" \"$@\" & read -r _; kill -QUIT $!; wait $!", Tool("postgres"), "-D", Data, "-p", Port.ToString(CultureInfo.InvariantCulture), "-h", "127.0.0.1", "-c", "unix_socket_directories=",
            "-c", "fsync=off", "-c", "full_page_writes=off", "-c", "max_connections=400", "-c", "logging_collector=off");
        var clock = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                using var connection = new NpgsqlConnection(ConnectionTo("postgres") + ";Pooling=false;Timeout=5");
                connection.Open();
                return process;
            }
            catch (NpgsqlException) when (!process.HasExited && clock.Elapsed < TimeSpan.FromMinutes(1))
            {
                process.WaitForExit(TimeSpan.FromMilliseconds(50));
            }
        }
    }

    private static Process Begin(string program, params string[] arguments)
    {
        var asUser = RunsAsRoot && program.StartsWith('/');
        var start = new ProcessStartInfo(asUser ? "runuser" : program, asUser ? ["-u", "postgres", "--", program, .. arguments] : arguments)
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/",
        };
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private static void Run(string program, params string[] arguments)
    {
        using var process = Begin(program, arguments);
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
        }
    }

    private static string Tool(string name) => Path.Combine(FolderOfTools() ?? throw new InvalidOperationException(WhyNot), name);

    // Debian keeps the server's programs off the PATH, in a folder for each version.
    private static string? FolderOfTools()
        => (Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql") : []).Select(version => Path.Combine(version, "bin"))
            .OrderByDescending(folder => folder, StringComparer.Ordinal).FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")));
}
