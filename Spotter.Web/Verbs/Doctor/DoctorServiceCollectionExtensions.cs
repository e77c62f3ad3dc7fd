using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Spotter.Core.Accounts;
using Spotter.Web.Settings;

namespace Spotter.Web.Verbs.Doctor;

/// <summary>Adds the doctor to the application's services, and takes away what would write.</summary>
public static class DoctorServiceCollectionExtensions
{
    public static IServiceCollection AddDoctor(this IServiceCollection services, SpotterSettings settings, DoctorOrder order)
    {
        services.AddSingleton(settings);
        services.AddSingleton(order);
        services.AddSingleton(_ => new DemoMode(null));
        services.AddSingleton<DatabaseCondition>();
        services.AddSingleton<StoredCredentials>();
        services.AddSingleton<SignInTrial>();
        services.AddSingleton<IExamination, FoldersExamination>();
        services.AddSingleton<IExamination, DatabaseExamination>();
        services.AddSingleton<IExamination, MusicServerExamination>();
        services.AddSingleton<IExamination, ServicesExamination>();
        services.AddSingleton<IExamination, AddressExamination>();
        services.AddHttpClient(ServicesExamination.ClientName, client => client.Timeout = TimeSpan.FromSeconds(10));

        // The doctor stores nothing about the server, and creates no keys.
        services.RemoveAll<ServerProfiles>();
        services.RemoveAll<ServerContacts>();
        services.Configure<KeyManagementOptions>(keys => keys.AutoGenerateKeys = false);
        var protection = services.AddDataProtection().SetApplicationName(settings.ProtectionName);
        if (Directory.Exists(settings.KeysPath))
        {
            protection.PersistKeysToFileSystem(new DirectoryInfo(settings.KeysPath));
        }
        else
        {
            protection.UseEphemeralDataProtectionProvider();
        }

        return services;
    }
}
