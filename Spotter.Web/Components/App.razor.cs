using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.EntityFrameworkCore;
using Spotter.Core.Accounts;
using Spotter.Core.Persistence;
using Spotter.Web.Access;

namespace Spotter.Web.Components;

/// <summary>The document around every page. Rendered once, on the server. The interactive part is <see cref="Routes"/>.</summary>
public sealed partial class App
{
    private string _theme = "dark";

    [Inject]
    public required IDbContextFactory<SpotterDbContext> Contexts { get; init; }

    [CascadingParameter]
    public required HttpContext HttpContext { get; set; }

    // Prerendering is off: a page is rendered once, by the circuit that also keeps it live.
    private InteractiveServerRenderMode? PageRenderMode
        => HttpContext.AcceptsInteractiveRouting() ? new InteractiveServerRenderMode(prerender: false) : null;

    protected override async Task OnInitializedAsync()
    {
        // The first paint already has the user's colours, before there is a circuit.
        if (CurrentUser.IdOf(HttpContext.User) is { } userId)
        {
            await using var db = await Contexts.CreateDbContextAsync(HttpContext.RequestAborted);
            var user = await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == userId, HttpContext.RequestAborted);
            _theme = user?.Preferences.Theme ?? _theme;
        }
    }
}
