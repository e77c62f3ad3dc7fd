using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Spotter.Core.Settings;
using Spotter.Web.Hosting;

namespace Spotter.Tests.Support;

/// <summary>The settings that the whole application has, and configurations of them.</summary>
public static class AllSettings
{
    public static IReadOnlyList<SettingsSection> Sections { get; } = new ServiceCollection().AddSpotterServices(Configuration()).FindSettings();

    public static IConfigurationRoot Configuration(params (string Key, string? Value)[] values)
        => new ConfigurationBuilder().AddInMemoryCollection(values.Select(pair => KeyValuePair.Create(pair.Key, pair.Value))).Build();
}
