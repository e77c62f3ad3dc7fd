using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Spotter.Core.Accounts;
using Spotter.Core.Persistence;
using Spotter.Core.Telemetry;
using Spotter.Web.Access;
using Spotter.Web.Settings;

namespace Spotter.Web.Api;

/// <summary>/api/server: which version answers, and which music server it serves.</summary>
public static class ServerEndpoint
{
    public static void MapServer(this IEndpointRouteBuilder api)
        => api.MapGet("/server", FindAsync).WithTags("Music server").WithSummary("The version of Spotter, and the music server that it serves.");

    // The answer is everybody's; only the version of the music server is what the visitor's own account saw last.
    private static async Task<Ok<ServerResource>> FindAsync(
        Visitor visitor, IDbContextFactory<SpotterDbContext> contexts, ServerProfiles servers, DemoMode demo, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var version = await db.Accounts.Where(account => account.Id == visitor.AccountId).Select(account => account.ServerVersion).SingleOrDefaultAsync(cancellationToken);
        return TypedResults.Ok(new ServerResource(
            SpotterVersion.Number, SpotterVersion.Revision, demo.IsDemo, new(servers.Name.ToString(), string.IsNullOrEmpty(version) ? null : version)));
    }
}
