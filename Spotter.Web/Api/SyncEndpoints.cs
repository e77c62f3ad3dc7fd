using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;
using Spotter.Core.Sync;
using Spotter.Web.Access;
using Spotter.Web.Wording;

namespace Spotter.Web.Api;

/// <summary>Requests runs. Each call is answered at once, with the address of the status in Location; the run follows later.</summary>
public static class SyncEndpoints
{
    public static void MapSync(this IEndpointRouteBuilder api)
    {
        var playlist = api.MapGroup("/playlists/{id:int}").WithTags("Sync");
        playlist.MapGet("/sync-status", StatusAsync).WithSummary("The sync status of the playlist.")
            .WithMetadata(ApiAddresses.IsSyncStatus)
            .ProducesProblem(StatusCodes.Status404NotFound);
        Describe(playlist.MapPost("/toggle-sync", ToggleAsync), "Switches sync on or off.").ProducesProblem(StatusCodes.Status400BadRequest);
        Describe(playlist.MapPost("/sync", SyncAsync), "Asks for a sync.");
        Describe(playlist.MapPost("/rebuild-sync", RebuildAsync), "Recreates the target under a new id. A target that was deleted on the music server is created again.");
        Describe(playlist.MapPost("/approve", ApproveAsync), "Approves what is held back: exactly the plan that sync-status names, or nothing.")
            .ProducesProblem(StatusCodes.Status400BadRequest);
        Describe(playlist.MapPost("/let-go", LetGoAsync), "Permanently gives up the playlist that stayed on the music server when sync was switched off. It stays there. Switching sync on again creates a new one.");
        Describe(playlist.MapPost("/pair", PairAsync), "Adopts a playlist of the music server as the target, then syncs.")
            .ProducesProblem(StatusCodes.Status400BadRequest);
    }

    private static RouteHandlerBuilder Describe(RouteHandlerBuilder endpoint, string summary)
        => endpoint.WithSummary(summary).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<Results<Ok<SyncStatusResource>, ProblemHttpResult>> StatusAsync(
        int id, Visitor visitor, IDbContextFactory<SpotterDbContext> contexts, FactWording wording, CancellationToken cancellationToken)
        => await SyncStatusResource.FindAsync(contexts, wording, visitor.UserId, id, cancellationToken) is { } status
            ? TypedResults.Ok(status)
            : ApiErrors.NoSuchPlaylist();

    private static async Task<Results<Accepted, ProblemHttpResult>> ToggleAsync(
        int id, ToggleSyncBody body, Visitor visitor, SyncRequests requests, ApiAddresses addresses, CancellationToken cancellationToken)
    {
        if (body.Enabled is not { } enabled)
        {
            return TypedResults.Problem("The body must say \"enabled\": true or false.", statusCode: StatusCodes.Status400BadRequest);
        }

        bool? deleteTarget = body.OnDisable is { } onDisable ? onDisable == OnDisable.Delete : null;
        return Answer(addresses.SyncStatus(id), await requests.SetSyncEnabledAsync(visitor.UserId, id, enabled, deleteTarget, SyncTrigger.Api, cancellationToken));
    }

    private static Task<Results<Accepted, ProblemHttpResult>> SyncAsync(
        int id, Visitor visitor, SyncRequests requests, ApiAddresses addresses, CancellationToken cancellationToken)
        => RequestAsync(id, SyncCommand.Sync(), visitor, requests, addresses, cancellationToken);

    private static async Task<Results<Accepted, ProblemHttpResult>> ApproveAsync(
        int id, ApproveBody body, Visitor visitor, SyncRequests requests, ApiAddresses addresses, CancellationToken cancellationToken)
        => string.IsNullOrWhiteSpace(body.Plan)
            ? TypedResults.Problem("The body must name the \"plan\" that is approved, as sync-status tells it.", statusCode: StatusCodes.Status400BadRequest)
            : await RequestAsync(id, SyncCommand.ApproveHeldBack(body.Plan), visitor, requests, addresses, cancellationToken);

    private static Task<Results<Accepted, ProblemHttpResult>> LetGoAsync(
        int id, Visitor visitor, SyncRequests requests, ApiAddresses addresses, CancellationToken cancellationToken)
        => RequestAsync(id, SyncCommand.LetGo(), visitor, requests, addresses, cancellationToken);

    private static Task<Results<Accepted, ProblemHttpResult>> RebuildAsync(
        int id, Visitor visitor, SyncRequests requests, ApiAddresses addresses, CancellationToken cancellationToken)
        => RequestAsync(id, SyncCommand.Rebuild(), visitor, requests, addresses, cancellationToken);

    private static async Task<Results<Accepted, ProblemHttpResult>> PairAsync(
        int id, PairBody body, Visitor visitor, SyncRequests requests, ApiAddresses addresses, CancellationToken cancellationToken)
        => string.IsNullOrWhiteSpace(body.NavidromePlaylistId)
            ? TypedResults.Problem("The body must name \"navidromePlaylistId\".", statusCode: StatusCodes.Status400BadRequest)
            : await RequestAsync(id, SyncCommand.Pair(body.NavidromePlaylistId), visitor, requests, addresses, cancellationToken);

    private static async Task<Results<Accepted, ProblemHttpResult>> RequestAsync(
        int id, SyncCommand command, Visitor visitor, SyncRequests requests, ApiAddresses addresses, CancellationToken cancellationToken)
        => Answer(addresses.SyncStatus(id), await requests.RequestAsync(visitor.UserId, id, command, SyncTrigger.Api, cancellationToken));

    private static Results<Accepted, ProblemHttpResult> Answer(string statusAddress, SyncRequestOutcome outcome) => outcome switch
    {
        SyncRequestOutcome.Accepted => TypedResults.Accepted(statusAddress),
        SyncRequestOutcome.NotFound => ApiErrors.NoSuchPlaylist(),
        SyncRequestOutcome.SyncIsOff
            => TypedResults.Problem("Sync is off for this playlist. Switch it on first.", statusCode: StatusCodes.Status409Conflict),
        SyncRequestOutcome.SyncIsOn
            => TypedResults.Problem("Sync is on for this playlist. Switch it off first, keeping the playlist.", statusCode: StatusCodes.Status409Conflict),
        SyncRequestOutcome.NothingHeldBack
            => TypedResults.Problem("Nothing is held back for this playlist, so there is nothing to approve.", statusCode: StatusCodes.Status409Conflict),
        SyncRequestOutcome.PlanChanged
            => TypedResults.Problem("The plan that is held back has changed. Nothing was approved. Read sync-status again and approve the plan it names.", statusCode: StatusCodes.Status409Conflict),
        SyncRequestOutcome.NotASource
            => TypedResults.Problem("This playlist has no source. It is shown but not synced.", statusCode: StatusCodes.Status409Conflict),
    };
}
