using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Spotter.Core.Settings;
using Spotter.Web.Hosting;

namespace Spotter.Tests.Support;

/// <summary>The settings of the whole application, and configurations that contain them.</summary>
public static class AllSettings
{
    public static IReadOnlyList<SettingsSection> Sections { get; } = new ServiceCollection().AddSpotterServices(Configuration()).FindSettings();

    public static IConfigurationRoot Configuration(params (string Key, string? Value)[] values)
        => new ConfigurationBuilder().AddInMemoryCollection(values.Select(pair => KeyValuePair.Create(pair.Key, pair.Value))).Build();
}
