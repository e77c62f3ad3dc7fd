using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.FileProviders.Physical;
using Spotter.Web.Verbs;
using Spotter.Web.Verbs.Doctor;

namespace Spotter.Web.Hosting;

/// <summary>The verbs of the program, with the same configuration and services as a start.</summary>
public static class SpotterVerbs
{
    private const string Pages = "wwwroot";
    private const string Defaults = "appsettings.json";

    private static readonly string OwnPages = Path.Combine(AppContext.BaseDirectory, Pages);
    private static readonly string OwnDefaults = Path.Combine(AppContext.BaseDirectory, Defaults);

    public static VerbList All { get; } = new([new HealthVerb(Configure), new DoctorVerb(BuildForDoctor), new VersionVerb()]);

    /// <summary>The builder of every start.</summary>
    /// <param name="args">Settings, as arguments of the program.</param>
    public static WebApplicationBuilder CreateBuilder(IReadOnlyList<string> args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            // The settings are read at start, as the Settings page says: nothing watches their files, which would need what a system may have run out of.
            Args = ["--hostBuilder:reloadConfigOnChange=false", .. args],
            WebRootPath = Directory.Exists(Pages) || !Directory.Exists(OwnPages) ? null : OwnPages,
        });
        if (!File.Exists(Path.Combine(builder.Environment.ContentRootPath, Defaults)) && File.Exists(OwnDefaults))
        {
            // Started from another folder, as a downloaded program is: what comes with the program is beside it, whatever belongs to its user is here.
            builder.Configuration.Sources.Insert(0, new JsonConfigurationSource { Path = Defaults, FileProvider = new PhysicalFileProvider(AppContext.BaseDirectory, ExclusionFilters.None) });
        }

        return builder;
    }

    private static ConfigurationManager Configure(IReadOnlyList<string> args) => CreateBuilder(args).Configuration;

    private static ServiceProvider BuildForDoctor(IReadOnlyList<string> args, DoctorOrder order)
    {
        var builder = CreateBuilder(args);
        builder.Services.AddDoctor(builder.AddServices(), order);
        builder.Logging.ClearProviders();
        return builder.Services.BuildServiceProvider();
    }
}
