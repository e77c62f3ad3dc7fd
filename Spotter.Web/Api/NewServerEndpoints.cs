using Microsoft.AspNetCore.Http.HttpResults;
using Spotter.Core.Accounts;
using Spotter.Core.Playlists;
using Spotter.Core.Sync.Servers;
using Spotter.Web.Access;

namespace Spotter.Web.Api;

/// <summary>/api/new-server: the question to the user after the music server was set up from scratch, and one answer for all
/// playlists.</summary>
public static class NewServerEndpoints
{
    public static void MapNewServer(this IEndpointRouteBuilder api)
    {
        var server = api.MapGroup("/new-server").WithTags("Music server");
        server.MapGet("", FindAsync).WithSummary("Whether the music server was set up from scratch: none of your playlists and hardly a song that was known is there. While that is unanswered, nothing is changed by itself.");
        server.MapPost("/answer", AnswerAsync).WithSummary("Says for all playlists at once what becomes of them: createAll, pairCertain (by name and content, each other one is asked about) or lookAtEach.")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<Ok<NewServerResource>> FindAsync(Visitor visitor, ServerRenewals renewals, CancellationToken cancellationToken)
        => TypedResults.Ok(NewServerResource.Of(await renewals.FindOpenAsync(visitor.UserId, cancellationToken)));

    private static async Task<Results<Accepted, ProblemHttpResult>> AnswerAsync(
        NewServerBody body, Visitor visitor, ServerRenewals renewals, ServerProfiles servers, ApiAddresses addresses, CancellationToken cancellationToken)
        => body.Answer is not { } answer
            ? TypedResults.Problem("The body must say \"answer\": \"createAll\", \"pairCertain\" or \"lookAtEach\".", statusCode: StatusCodes.Status400BadRequest)
            : await renewals.AnswerAsync(visitor.UserId, answer, SyncTrigger.Api, cancellationToken) is null
                ? TypedResults.Problem($"Nothing is asked: {servers.Name} is the one that Spotter knows.", statusCode: StatusCodes.Status409Conflict)
                : TypedResults.Accepted(addresses.Playlists);
}
