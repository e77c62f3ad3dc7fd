using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Spotter.Core.Persistence;

/// <summary>The database engine as part of a context's options.</summary>
public static class DatabaseEngineOptions
{
    /// <summary>Configures a context for the database of an engine.</summary>
    public static DbContextOptionsBuilder UseEngine(this DbContextOptionsBuilder options, IDatabaseEngine engine)
    {
        engine.Connect(options);
        ((IDbContextOptionsBuilderInfrastructure)options).AddOrUpdateExtension(new Extension(engine));

        // The code that catches the exception logs it once, in a sentence. Otherwise a full disk would flood the log with stack traces.
        return options.ConfigureWarnings(warnings => warnings.Log(
            (RelationalEventId.CommandError, LogLevel.Debug), (RelationalEventId.ConnectionError, LogLevel.Debug),
            (RelationalEventId.TransactionError, LogLevel.Debug), (CoreEventId.SaveChangesFailed, LogLevel.Debug), (CoreEventId.QueryIterationFailed, LogLevel.Debug)));
    }

    /// <summary>The engine that the options were built with.</summary>
    internal static IDatabaseEngine EngineOf(IDbContextOptions options)
        => options.FindExtension<Extension>()?.Engine ?? throw new InvalidOperationException("The context was wired without an engine.");

    private sealed class Extension(IDatabaseEngine engine) : IDbContextOptionsExtension
    {
        public IDatabaseEngine Engine => engine;

        public DbContextOptionsExtensionInfo Info => field ??= new EngineInfo(this);

        public void ApplyServices(IServiceCollection services)
        {
        }

        public void Validate(IDbContextOptions options)
        {
        }
    }

    /// <summary>EF's own services do not depend on the engine.</summary>
    private sealed class EngineInfo(Extension extension) : DbContextOptionsExtensionInfo(extension)
    {
        public override bool IsDatabaseProvider => false;

        public override string LogFragment => "";

        public override int GetServiceProviderHashCode() => 0;

        public override bool ShouldUseSameServiceProvider(DbContextOptionsExtensionInfo other) => other is EngineInfo;

        public override void PopulateDebugInfo(IDictionary<string, string> debugInfo)
        {
        }
    }
}
