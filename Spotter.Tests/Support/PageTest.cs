using System.Globalization;
using System.Security.Claims;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MudBlazor;
using Spotter.Core.Accounts;
using Spotter.Core.Formats;
using Spotter.Core.Sync;
using Spotter.Web.Access;
using Spotter.Web.Components;
using Spotter.Web.Settings;

namespace Spotter.Tests.Support;

/// <summary>Tests of pages for a signed-in user, over Core's real wiring and without a browser.</summary>
/// <param name="wire">Registers what the page needs besides Core.</param>
public abstract class PageTest(Action<IServiceCollection>? wire = null) : BunitContext, IAsyncLifetime
{
    /// <summary>bUnit's default of one second is too short on a busy machine.</summary>
    protected static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private protected CoreHost Host { get; } = new(sources: wire);

    private protected Account Ann { get; private set; } = null!;

    /// <summary>The clock by which components gather events. Set it before the first component is rendered. The host's clock stands
    /// still.</summary>
    private protected TimeProvider GatheringClock { get; set; } = TimeProvider.System;

    /// <summary>Renders the dialogs.</summary>
    private protected IRenderedComponent<MudDialogProvider> Dialogs { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Ann = await Host.Database.AddUserAsync();
        JSInterop.Mode = JSRuntimeMode.Loose;
        DefaultWaitTimeout = Patience;
        Host.LendTo(Services);
        Services.AddPageServices();
        Services.AddSingleton(_ => new EventGathering(GatheringClock));
        Services.AddSingleton(Signed(Ann));
        Services.AddSingleton(new DemoMode(null));
        Services.AddSingleton<PlaylistFileReader>();
        Services.AddSingleton(Host.Get<IOptions<PlaylistSyncOptions>>());
        Render<MudPopoverProvider>();
        Dialogs = Render<MudDialogProvider>();
        await Services.GetRequiredService<CurrentPreferences>().LoadAsync(Ann.UserId, default);
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await base.DisposeAsync();
        Host.Dispose();
    }

    private protected static CurrentUser Signed(Account account)
    {
        var user = new CurrentUser();
        user.Set(new ClaimsPrincipal(new ClaimsIdentity(
            [
                new Claim(ClaimTypes.NameIdentifier, account.UserId.ToString(CultureInfo.InvariantCulture)),
                new Claim(ClaimTypes.Name, account.UserName),
                new Claim(CurrentUser.AccountClaim, account.Id.ToString(CultureInfo.InvariantCulture)),
            ],
            "test")));
        return user;
    }

    /// <summary>The CSS selector for a test id.</summary>
    protected static string Id(string testId) => $"[data-testid={testId}]";

    /// <summary>Navigates to an address, as a link or the user would, before or while a page is shown.</summary>
    protected void GoTo(string url) => Services.GetRequiredService<NavigationManager>().NavigateTo(url);
}
