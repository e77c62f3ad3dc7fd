using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Spotter.Core.Formats.Decisions;
using Spotter.Core.Formats.Exports;
using Spotter.Core.Matching;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Sync;
using Spotter.Core.Sync.Decisions;
using Spotter.Web.Access;
using Spotter.Web.Wording;

namespace Spotter.Web.Api;

/// <summary>/api/decisions: the user's decisions about matches.</summary>
public static class DecisionsEndpoints
{
    private const int MostAtOnce = 200;

    // What a multipart body adds to the largest file.
    private const long BodyLimit = DecisionFile.MaxBytes + (64 * 1024);

    public static void MapDecisions(this IEndpointRouteBuilder api)
    {
        var decisions = api.MapGroup("").WithTags("Decisions");
        decisions.MapGet("/decisions", ListAsync)
            .WithSummary("Your decisions about matches, newest first, at most 200. The next page: before = the id of the last one; its address is in the Link header.")
            .WithMetadata(ApiAddresses.IsDecisions)
            .ProducesProblem(StatusCodes.Status400BadRequest);
        decisions.MapGet("/decisions/{id:int}", FindAsync).WithSummary("One decision.")
            .WithMetadata(ApiAddresses.IsDecision)
            .ProducesProblem(StatusCodes.Status404NotFound);
        decisions.MapPost("/decisions", DecideAsync)
            .WithSummary("Decides about a row of a playlist: that it is a song (pin), that it is not (rejection), or that it is never matched.")
            .WithDescription("It holds for every row with the same track, in all playlists. Playlists with sync on get it half a minute after the last decision, or with the next sync.")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);
        decisions.MapDelete("/decisions/{id:int}", UndoAsync).WithSummary("Undoes a decision.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        decisions.MapGet("/decisions/export", Export).WithSummary("All decisions as a file, as csv or json (default), for another installation.")
            .Produces(StatusCodes.Status200OK, contentType: "application/json", additionalContentTypes: ["text/csv"])
            .ProducesProblem(StatusCodes.Status400BadRequest);
        decisions.MapPost("/decisions/import", ImportAsync).WithSummary("Imports such a file, and says of each decision that cannot be imported why.")
            .WithDescription("Songs are found in the library by what they are. A later decision about the same track stays. dryRun=true stores nothing and answers what would happen.")
            .WithMetadata(new RequestSizeLimitAttribute(BodyLimit), new RequestFormLimitsAttribute { MultipartBodyLengthLimit = BodyLimit })
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType);
    }

    private static async Task<Results<Ok<DecisionResource[]>, ProblemHttpResult>> ListAsync(
        Visitor visitor, DecisionList list, ApiAddresses addresses, HttpResponse response, CancellationToken cancellationToken, string? kind = null, int? before = null, int limit = 50)
    {
        if (limit is < 1 or > MostAtOnce)
        {
            return Refused($"limit is {limit}, but must be from 1 to {MostAtOnce}.");
        }

        var wanted = Read(kind);
        if (kind is not null && wanted is null)
        {
            return Refused($"kind is \"{kind}\", but must be pin, rejection or never.");
        }

        var page = await list.PageAsync(visitor.UserId, wanted, before, limit, cancellationToken);
        if (page.Count == limit)
        {
            response.Headers.Link = $"<{addresses.DecisionsBefore(page[^1].Id, limit, kind)}>; rel=\"next\"";
        }

        return TypedResults.Ok<DecisionResource[]>([.. page.Select(DecisionResource.Of)]);
    }

    private static async Task<Results<Ok<DecisionResource>, ProblemHttpResult>> FindAsync(int id, Visitor visitor, DecisionList list, CancellationToken cancellationToken)
        => await list.FindAsync(visitor.UserId, id, cancellationToken) is { } decision ? TypedResults.Ok(DecisionResource.Of(decision)) : NoSuchDecision();

    private static async Task<Results<Created<DecisionResource>, ProblemHttpResult>> DecideAsync(
        DecisionBody body, Visitor visitor, IDbContextFactory<SpotterDbContext> contexts, MatchCorrections corrections, DecisionList list, ApiAddresses addresses,
        CancellationToken cancellationToken)
    {
        if (body is not { Kind: { } kind, PlaylistId: { } playlistId, Position: { } position })
        {
            return Refused("The body must say \"kind\" (pin, rejection or never), \"playlistId\" and \"position\".");
        }

        if (kind != PinKind.Never && string.IsNullOrWhiteSpace(body.SongId))
        {
            return Refused("The body must name the \"songId\" that the track is, or is not.");
        }

        long? trackId;
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            var own = db.Playlists.Where(p => p.UserId == visitor.UserId);
            trackId = await db.Tracks.Where(track => track.PlaylistId == playlistId && track.Position == position && own.Any(p => p.Id == track.PlaylistId))
                .Select(track => (long?)track.Id).FirstOrDefaultAsync(cancellationToken);
        }

        if (trackId is not { } row)
        {
            return TypedResults.Problem("There is no such row: no playlist of yours with this id, or no track at this position.", statusCode: StatusCodes.Status404NotFound);
        }

        if (await corrections.DecideAsync(visitor.UserId, row, kind, body.SongId, cancellationToken) is not { } change)
        {
            return TypedResults.Problem("Your library has no song with this id.", statusCode: StatusCodes.Status404NotFound);
        }

        // Somebody else's click may have undone it meanwhile.
        return await list.FindAsync(visitor.UserId, change.AddedIds.First(), cancellationToken) is { } decision
            ? TypedResults.Created(addresses.Decision(decision.Id), DecisionResource.Of(decision))
            : NoSuchDecision();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> UndoAsync(int id, Visitor visitor, DecisionRecorder recorder, CancellationToken cancellationToken)
        => (await recorder.RemoveAsync(visitor.UserId, [id], cancellationToken)).TrackCount > 0 ? TypedResults.NoContent() : NoSuchDecision();

    private static Results<PushStreamHttpResult, ProblemHttpResult> Export(Visitor visitor, DecisionTransfer transfer, CancellationToken cancellationToken, string format = "json")
    {
        if (DecisionFile.ParseFormat(format) is not { } parsed)
        {
            return Refused($"format is \"{format}\", but must be csv or json.");
        }

        var decisions = transfer.ExportAsync(visitor.UserId, cancellationToken);
        return TypedResults.Stream(output => DecisionFile.WriteAsync(output, parsed, decisions, cancellationToken), ExportFormats.ContentType(parsed), DecisionFile.FileName(parsed));
    }

    private static async Task<Results<Ok<DecisionImportReport>, ProblemHttpResult>> ImportAsync(
        IFormFile? file, Visitor visitor, DecisionTransfer transfer, FactWording wording, CancellationToken cancellationToken, [FromQuery] bool dryRun = false)
    {
        if (file is null)
        {
            return Refused("The form holds no file. Send the list of decisions as its part \"file\".");
        }

        await using var content = file.OpenReadStream();
        var read = await DecisionFile.ReadAsync(content, cancellationToken);
        var import = dryRun ? await transfer.PlanAsync(visitor.UserId, read, cancellationToken) : await transfer.ImportAsync(visitor.UserId, read, cancellationToken);
        return TypedResults.Ok(DecisionImportReport.Of(import, wording));
    }

    private static PinKind? Read(string? word) => word?.ToLowerInvariant() switch
    {
        "pin" => PinKind.Pin,
        "rejection" => PinKind.Rejection,
        "never" => PinKind.Never,
        _ => null,
    };

    private static ProblemHttpResult Refused(string why) => TypedResults.Problem(why, statusCode: StatusCodes.Status400BadRequest);

    private static ProblemHttpResult NoSuchDecision() => TypedResults.Problem("There is no such decision.", statusCode: StatusCodes.Status404NotFound);
}
