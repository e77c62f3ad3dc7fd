using Microsoft.Extensions.DependencyInjection.Extensions;
using Spotter.Core.Facts;

namespace Spotter.Web.Wording;

/// <summary>Adds the wording of facts.</summary>
public static class WordingServiceCollectionExtensions
{
    public static IServiceCollection AddFactWording(this IServiceCollection services)
    {
        services.AddLocalization();
        services.TryAddSingleton<FactWording>();
        services.TryAddSingleton<IFactWording>(provider => provider.GetRequiredService<FactWording>());
        return services;
    }
}
