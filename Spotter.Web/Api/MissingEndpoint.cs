using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Spotter.Core.Formats.Exports;
using Spotter.Core.Matching;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists.Stored;
using Spotter.Web.Access;

namespace Spotter.Web.Api;

/// <summary>/api/playlists/{id}/missing and /api/missing: the tracks that the library does not have, as a file.</summary>
public static class MissingEndpoint
{
    public static void MapMissing(this IEndpointRouteBuilder api)
    {
        api.MapGet("/playlists/{id:int}/missing", ExportAsync).WithTags("Playlists")
            .WithSummary("The tracks that are not in the library, as csv, m3u or json (default).")
            .Produces(StatusCodes.Status200OK, contentType: "application/json", additionalContentTypes: ["text/csv", "audio/x-mpegurl"])
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/missing", ExportAllAsync).WithTags("Playlists")
            .WithSummary("The tracks of all playlists that are not in the library, each once, as csv, m3u or json (default).")
            .Produces(StatusCodes.Status200OK, contentType: "application/json", additionalContentTypes: ["text/csv", "audio/x-mpegurl"])
            .ProducesProblem(StatusCodes.Status400BadRequest);
    }

    private static async Task<Results<PushStreamHttpResult, ProblemHttpResult>> ExportAsync(
        int id, Visitor visitor, IDbContextFactory<SpotterDbContext> contexts, CancellationToken cancellationToken, string format = "json")
    {
        if (MissingExport.ParseFormat(format) is not { } parsed)
        {
            return TypedResults.Problem($"format is \"{format}\", but must be csv, m3u or json.", statusCode: StatusCodes.Status400BadRequest);
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var name = await db.Playlists.Where(p => p.Id == id && p.UserId == visitor.UserId).Select(p => p.Name).SingleOrDefaultAsync(cancellationToken);
        if (name is null)
        {
            return ApiErrors.NoSuchPlaylist();
        }

        // Tracks that the user never wants matched are not missing.
        var rows = await db.Tracks.AsNoTracking()
            .Where(track => track.PlaylistId == id && track.Zone == MatchZone.None && track.Reason != MatchReason.NeverMatch)
            .OrderBy(track => track.Position).ToListAsync(cancellationToken);
        return TypedResults.Stream(
            output => MissingExport.WriteAsync(
                output, parsed, name, rows.Select(row => new ExportedTrack(row.Position, row.SourceTrack)), cancellationToken),
            ExportFormats.ContentType(parsed),
            MissingExport.FileName(name, parsed));
    }

    private static async Task<Results<PushStreamHttpResult, ProblemHttpResult>> ExportAllAsync(
        Visitor visitor, IDbContextFactory<SpotterDbContext> contexts, CancellationToken cancellationToken, string format = "json")
    {
        if (MissingExport.ParseFormat(format) is not { } parsed)
        {
            return TypedResults.Problem($"format is \"{format}\", but must be csv, m3u or json.", statusCode: StatusCodes.Status400BadRequest);
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await db.Playlists.Where(p => p.UserId == visitor.UserId).SelectMany(p => p.Tracks).AsNoTracking()
            .Where(track => track.Zone == MatchZone.None && track.Reason != MatchReason.NeverMatch)
            .OrderBy(track => track.Id).ToListAsync(cancellationToken);
        const string name = "Missing";
        return TypedResults.Stream(
            output => MissingExport.WriteAsync(
                output, parsed, name, rows.DistinctBy(row => row.Key).Select((row, i) => new ExportedTrack(i + 1, row.SourceTrack)), cancellationToken),
            ExportFormats.ContentType(parsed),
            MissingExport.FileName(name, parsed));
    }
}
