using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Spotter.Core.Settings;

/// <summary>Binds options to their section of the configuration.</summary>
public static class SettingsServiceCollectionExtensions
{
    /// <summary>Binds the options and adds the <see cref="SettingsSection"/> with which the host checks and shows them.</summary>
    /// <param name="services">The services to add to.</param>
    /// <param name="section">The section ("Sources:ListenBrainz").</param>
    public static IServiceCollection AddSettings<T>(this IServiceCollection services, string section)
        where T : class
    {
        var options = services.AddOptions<T>().BindConfiguration(section);
        PropertyInfo[] paths = [.. typeof(T).GetProperties().Where(property => property.IsDefined(typeof(FolderPathAttribute)) || property.IsDefined(typeof(CertificateFileAttribute)))];
        if (paths.Length > 0)
        {
            options.PostConfigure<IServiceProvider>((values, provider) => MakeAbsolute(values, paths, provider.GetService<IHostEnvironment>()));
        }

        return services.AddSingleton(new SettingsSection(section, typeof(T), provider => provider.GetRequiredService<IOptions<T>>().Value));
    }

    /// <summary>The sections that were added so far, for checks before the services are built.</summary>
    public static IReadOnlyList<SettingsSection> FindSettings(this IServiceCollection services)
        => [.. services.Where(service => !service.IsKeyedService).Select(service => service.ImplementationInstance).OfType<SettingsSection>()];

    private static void MakeAbsolute(object values, PropertyInfo[] paths, IHostEnvironment? host)
    {
        foreach (var property in paths)
        {
            var path = (string?)property.GetValue(values);
            property.SetValue(values, string.IsNullOrWhiteSpace(path) ? "" : host is null ? path : Path.GetFullPath(path.Trim(), host.ContentRootPath));
        }
    }
}
