using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Spotter.Core.Accounts;
using Spotter.Core.Persistence;
using Spotter.Core.Providers;
using Spotter.Navidrome;
using Spotter.Navidrome.Demo;
using Spotter.Tests.Support;

namespace Spotter.Tests.Navidrome;

public sealed class NavidromeProviderFactoryTests
{
    [Fact]
    public async Task An_account_gets_all_three_capabilities_with_its_stored_credentials()
    {
        await using var server = await DemoServer.StartAsync();
        using var database = new TestDatabase();
        await using var services = Services(database, server);
        var account = await AddAccountAsync(database, services, "guest");

        var registry = services.GetRequiredService<ProviderRegistry>();
        await (await registry.GetAsync<IPlaylistSyncer>("navidrome", account.Id, default)).ListTargetsAsync(default);

        Assert.NotNull(await registry.FindAsync<ILibraryReader>("navidrome", account.Id, default));
        Assert.NotNull(await registry.FindAsync<ICoverReader>("navidrome", account.Id, default));
        Assert.Equal("Navidrome", registry.DisplayNameOf("navidrome"));
        Assert.Equal("guest", Assert.Single(server.Log.Requests).Find("u"));
    }

    [Fact]
    public async Task An_account_that_must_sign_in_again_is_told_so_and_the_server_is_not_asked()
    {
        await using var server = await DemoServer.StartAsync();
        using var database = new TestDatabase();
        await using var services = Services(database, server);
        var account = await database.AddUserAsync("guest");

        var failure = await Assert.ThrowsAsync<ProviderException>(() =>
            services.GetRequiredService<ProviderRegistry>().GetAsync<IPlaylistSyncer>("navidrome", account.Id, default));

        Assert.Equal(ProviderFailure.Unauthorized, failure.Failure);
        Assert.Empty(server.Log.Requests);
    }

    private static async Task<Account> AddAccountAsync(TestDatabase database, ServiceProvider services, string name)
    {
        var account = await database.AddUserAsync(name);
        await using var db = database.CreateDbContext();
        var stored = await db.Accounts.SingleAsync(one => one.Id == account.Id);
        stored.ProtectedPassword = services.GetRequiredService<CredentialVault>().Protect(name);
        await db.SaveChangesAsync();
        return account;
    }

    private static ServiceProvider Services(TestDatabase database, DemoServer server)
    {
        var services = new ServiceCollection().AddLogging();
        services.AddSingleton<IDbContextFactory<SpotterDbContext>>(database);
        services.AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider());
        services.AddSingleton<CredentialVault>();
        services.AddSingleton<ProviderRegistry>();
        services.AddNavidrome();
        services.AddSingleton(Options.Create(new ServerOptions { BaseUrl = server.BaseUrl }));
        return services.BuildServiceProvider();
    }
}
