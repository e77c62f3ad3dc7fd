using Hangfire;
using Hangfire.InMemory;

namespace Spotter.Web.Jobs;

/// <summary>Chooses where Hangfire keeps its jobs; no other file knows. They may be lost at any time: what is wanted stands in our own database, and is queued again at start.</summary>
public static class JobStorageSetup
{
    public static IServiceCollection AddJobStorage(this IServiceCollection services)
        => services.AddSingleton<JobStorage>(_ => new InMemoryStorage(new InMemoryStorageOptions
        {
            // Long enough to see in the dashboard what the night brought, short enough not to grow.
            MaxExpirationTime = TimeSpan.FromHours(12),
        }));
}
