using Microsoft.Extensions.DependencyInjection;
using Spotter.Core.Events;

namespace Spotter.PostgreSql;

/// <summary>Adds what several processes on one database need.</summary>
public static class PostgreSqlServiceCollectionExtensions
{
    /// <summary>Passes events on to the other processes, and theirs to this one.</summary>
    public static IServiceCollection AddPostgreSqlEvents(this IServiceCollection services, PostgreSqlEngine engine)
    {
        services.AddSingleton(engine);
        services.AddSingleton<PostgreSqlEventRelay>();
        services.AddSingleton<IEventRelay>(provider => provider.GetRequiredService<PostgreSqlEventRelay>());
        services.AddHostedService(provider => provider.GetRequiredService<PostgreSqlEventRelay>());
        return services;
    }
}
