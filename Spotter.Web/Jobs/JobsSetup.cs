using Hangfire;
using Hangfire.AspNetCore;
using Spotter.Core.Accounts;
using Spotter.Core.Mixtapes;
using Spotter.Core.Sources;
using Spotter.Core.Sync;
using Spotter.Web.Access;
using Spotter.Web.Addresses;

namespace Spotter.Web.Jobs;

/// <summary>Adds the workers, the recurring jobs and the dashboard.</summary>
public static class JobsSetup
{
    public static IServiceCollection AddSpotterJobs(this IServiceCollection services)
    {
        services.AddJobStorage();

        // Hangfire would keep the activator in a static field, so that two hosts in one process would use each other's.
        services.AddSingleton<JobActivator>(provider => new AspNetCoreJobActivator(provider.GetRequiredService<IServiceScopeFactory>()));
        services.AddSingleton<ITimeZoneResolver, ScheduleTimeZones>();
        services.AddHangfire((provider, configuration) => configuration
            .UseLogProvider(new JobLog(provider.GetRequiredService<ILoggerFactory>()))
            .SetDataCompatibilityLevel(CompatibilityLevel.Version_180)
            .UseSimpleAssemblyNameTypeSerializer()
            .UseRecommendedSerializerSettings());
        services.AddHangfireServer(options =>
        {
            options.ServerName = "spotter";

            // Runs mostly wait for the music server, which has only one disk.
            options.WorkerCount = Math.Min(4, 2 * Environment.ProcessorCount);
        });
        services.AddHangfireServer(options =>
        {
            options.ServerName = "spotter-mixtapes";
            options.Queues = [MakeMixtapeJob.Queue];

            // A model at home answers one question at a time. Waiting for it must not block other jobs.
            options.WorkerCount = 2;
        });
        services.AddSingleton<JobQueue>();
        services.AddSingleton<HangfireScheduler>();
        services.AddSingleton<ISyncScheduler>(provider => provider.GetRequiredService<HangfireScheduler>());
        services.AddSingleton<IAccountScheduler>(provider => provider.GetRequiredService<HangfireScheduler>());
        services.AddSingleton<ISourceScheduler>(provider => provider.GetRequiredService<HangfireScheduler>());
        services.AddSingleton<IMixtapeScheduler>(provider => provider.GetRequiredService<HangfireScheduler>());
        services.AddHostedService<RecurringJobs>();
        services.AddHostedService<JobHistory>();
        return services;
    }

    public static void MapJobsDashboard(this IEndpointRouteBuilder endpoints)
        => endpoints.MapHangfireDashboardWithAuthorizationPolicy(CurrentUser.AdminRole, SpotterUrls.Jobs, new DashboardOptions
        {
            DashboardTitle = "Spotter jobs",
            AppPath = SpotterUrls.HomePath,
            DisplayStorageConnectionString = false,
        });
}
