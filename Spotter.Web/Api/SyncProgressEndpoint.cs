using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Spotter.Core.Persistence;
using Spotter.Web.Access;
using Spotter.Web.Wording;

namespace Spotter.Web.Api;

/// <summary>/api/playlists/{id}/sync-progress: follows a run as server-sent events.</summary>
public static class SyncProgressEndpoint
{
    public static void MapSyncProgress(this IEndpointRouteBuilder api)
        => api.MapGet("/playlists/{id:int}/sync-progress", FollowAsync).WithTags("Sync")
            .WithSummary("Follows the waiting or running sync, as server-sent events.")
            .WithDescription("\"progress\" with {done, total, byTier, phase} while a run lives, then one \"status\" like sync-status, and the end. Without a run the status comes at once.")
            .Produces<SyncProgressResource>(StatusCodes.Status200OK, "text/event-stream")
            .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<ServerSentEventsResult<object>, ProblemHttpResult>> FollowAsync(
        int id,
        Visitor visitor,
        SyncProgressStream stream,
        IDbContextFactory<SpotterDbContext> contexts,
        FactWording wording,
        HttpResponse response,
        CancellationToken cancellationToken)
    {
        if (await SyncStatusResource.FindAsync(contexts, wording, visitor.UserId, id, cancellationToken) is null)
        {
            return ApiErrors.NoSuchPlaylist();
        }

        // A proxy that collects the answer would deliver the progress when it is over.
        response.Headers["X-Accel-Buffering"] = "no";
        return TypedResults.ServerSentEvents(stream.FollowAsync(visitor, id, cancellationToken));
    }
}
