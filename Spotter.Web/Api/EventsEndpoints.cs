using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists.Stored;
using Spotter.Web.Access;
using Spotter.Web.Wording;

namespace Spotter.Web.Api;

/// <summary>/api/events: the audit log, newest first.</summary>
public static class EventsEndpoints
{
    private const int MostAtOnce = 200;

    public static void MapEvents(this IEndpointRouteBuilder api)
        => api.MapGet("/events", ListAsync).WithTags("Events")
            .WithSummary("The audit log, newest first, at most 200 lines. The next page: before = the id of the last line; its address is in the Link header.")
            .WithMetadata(ApiAddresses.IsEvents)
            .ProducesProblem(StatusCodes.Status400BadRequest);

    private static async Task<Results<Ok<EventResource[]>, ProblemHttpResult>> ListAsync(
        Visitor visitor,
        IDbContextFactory<SpotterDbContext> contexts,
        ApiAddresses addresses,
        FactWording wording,
        HttpResponse response,
        CancellationToken cancellationToken,
        long? before = null,
        int limit = 50)
    {
        if (limit is < 1 or > MostAtOnce)
        {
            return TypedResults.Problem($"limit is {limit}, but must be from 1 to {MostAtOnce}.", statusCode: StatusCodes.Status400BadRequest);
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var lines = await db.SyncEvents.AsNoTracking()
            .Where(line => line.UserId == visitor.UserId && (before == null || line.Id < before))
            .OrderByDescending(line => line.Id).Take(limit).ToListAsync(cancellationToken);
        if (lines.Count == limit)
        {
            response.Headers.Link = $"<{addresses.EventsBefore(lines[^1].Id, limit)}>; rel=\"next\"";
        }

        return TypedResults.Ok<EventResource[]>([.. lines.Select(line => EventResource.Of(line, wording))]);
    }
}
