using System.Reflection;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Spotter.Core.Playlists;
using Spotter.Core.Sync;
using Spotter.Tests.Support;

namespace Spotter.Tests.Architecture;

/// <summary>
/// A class that needs many others does the work of several, so none has more than five services injected. Options, loggers, the clock and
/// the factory of database contexts do not count, because they say nothing about the work. A component's own services count, not those of
/// its base class.
/// </summary>
public sealed class InjectionTests
{
    private const int Most = 5;

    private static readonly Type[] Uncounted = [typeof(TimeProvider), typeof(ILoggerFactory)];

    private static readonly Type[] UncountedKinds =
        [typeof(ILogger<>), typeof(IOptions<>), typeof(IOptionsMonitor<>), typeof(IOptionsSnapshot<>), typeof(IDbContextFactory<>)];

    [Fact]
    public async Task Nobody_has_more_than_five_services_injected()
    {
        await using var spotter = SpotterApp.StartDemo();
        var registered = spotter.Services.GetRequiredService<IServiceProviderIsService>();

        var counts = (from assembly in (Assembly[])[typeof(Playlist).Assembly, Assembly.Load("Spotter.Navidrome"), typeof(Program).Assembly]
                      from type in assembly.GetTypes()
                      where type.IsClass
                      select (Type: type, Count: CountOf(type, registered))).ToList();

        Assert.Contains(counts, count => count.Type == typeof(SyncRequests) && count.Count > 1); // they are counted at all
        Rule.HasNoException(counts.Where(count => count.Count > Most)
            .Select(count => $"{count.Type} has {count.Count} services"));
    }

    private static int CountOf(Type type, IServiceProviderIsService registered)
        => Math.Max(OfConstructors(type, registered), Math.Max(OfProperties(type), OfEndpoints(type, registered)));

    private static int OfConstructors(Type type, IServiceProviderIsService registered)
        => type.GetConstructors().Select(constructor => constructor.GetParameters().Count(parameter => IsCounted(parameter.ParameterType, registered)))
            .DefaultIfEmpty(0).Max();

    private static int OfProperties(Type type)
        => type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            .Count(property => property.IsDefined(typeof(InjectAttribute)));

    /// <summary>Methods that answer API requests get their services as arguments.</summary>
    private static int OfEndpoints(Type type, IServiceProviderIsService registered)
        => type.Namespace != "Spotter.Web.Api" ? 0 : type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            .Select(method => method.GetParameters().Count(parameter => IsCounted(parameter.ParameterType, registered))).DefaultIfEmpty(0).Max();

    private static bool IsCounted(Type type, IServiceProviderIsService registered)
        => registered.IsService(type) && !Uncounted.Contains(type) && !(type.IsGenericType && UncountedKinds.Contains(type.GetGenericTypeDefinition()));
}
