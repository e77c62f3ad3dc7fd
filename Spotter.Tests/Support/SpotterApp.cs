using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Spotter.Core.Accounts;
using Spotter.Core.Persistence;

namespace Spotter.Tests.Support;

/// <summary>The whole application in this process, on a real port, with its own database and keys in a temporary folder.</summary>
public sealed class SpotterApp : WebApplicationFactory<Program>
{
    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<string, string> _settings;
    private readonly Action<IServiceCollection>? _services;

    private SpotterApp(Dictionary<string, string> settings, Action<IServiceCollection>? services)
    {
        _settings = settings;
        _services = services;
        UseKestrel(0);
    }

    public CapturedLog Log { get; } = new();

    public Uri Address => ClientOptions.BaseAddress;

    /// <summary>Demo mode: the embedded server with its own library. Sign in as demo with the password demo.</summary>
    public static SpotterApp StartDemo(Dictionary<string, string>? settings = null, Action<IServiceCollection>? services = null)
        => Start(settings ?? [], services);

    /// <summary>With a given music server.</summary>
    public static SpotterApp StartWith(Uri musicServer, Dictionary<string, string>? settings = null, Action<IServiceCollection>? services = null)
        => Start(new(settings ?? []) { ["Navidrome:BaseUrl"] = musicServer.AbsoluteUri }, services);

    /// <summary>A client that signs in like a script, with a name and password of the music server.</summary>
    public HttpClient Script(string userName, string password) => ScriptAt(Address, userName, password);

    public static HttpClient ScriptAt(Uri address, string userName, string password) => new()
    {
        BaseAddress = address,
        DefaultRequestHeaders =
        {
            Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{userName}:{password}"))),
        },
    };

    public Task<SpotterDbContext> OpenDatabaseAsync()
        => Services.GetRequiredService<IDbContextFactory<SpotterDbContext>>().CreateDbContextAsync();

    /// <summary>Makes the pages of its only user follow the browser's dark or light mode, for screenshots of both.</summary>
    public async Task FollowTheSystemsThemeAsync()
    {
        await using var db = await OpenDatabaseAsync();
        var user = await db.Users.SingleAsync();
        user.Preferences = user.Preferences with { Theme = "system" };
        await db.SaveChangesAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Log.Dispose();
        _folder.Dispose();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseStaticWebAssets();
        builder.UseSetting("ConnectionStrings:Spotter", $"Data Source={_folder.File("spotter.db")}");
        builder.UseSetting("DataProtection:KeysPath", _folder.File("keys"));
        builder.UseSetting("Jobs:Storage", "memory"); // JobStorageTests and the tests that start Spotter as a process use the file
        foreach (var (key, value) in _settings)
        {
            builder.UseSetting(key, value);
        }

        builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(Log));
        if (_services is not null)
        {
            builder.ConfigureTestServices(_services);
        }
    }

    private static SpotterApp Start(Dictionary<string, string> settings, Action<IServiceCollection>? services)
    {
        var app = new SpotterApp(settings, services);
        app.StartServer();
        return app;
    }
}
