using Microsoft.Extensions.DependencyInjection;

namespace Spotter.Core.Providers.Http;

/// <summary>Binds the options of a service from its own section.</summary>
internal static class SourceOptionsBinding
{
    /// <summary>Adds them, and the <see cref="SourceSection"/> by which the host checks them at start.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="section">The section ("Sources:ListenBrainz").</param>
    public static void AddSourceOptions<T>(this IServiceCollection services, string section)
        where T : class
    {
        services.AddOptions<T>().BindConfiguration(section);
        services.AddSingleton(new SourceSection(section, typeof(T)));
    }
}
