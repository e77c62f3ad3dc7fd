using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Spotter.Core.Formats;
using Spotter.Core.Playlists;
using Spotter.Core.Providers;
using Spotter.Core.Sources;
using Spotter.Web.Access;

namespace Spotter.Web.Api;

/// <summary>/api/playlists/import: imports a playlist file or a zip archive of them, all of its playlists or none.</summary>
public static class ImportEndpoint
{
    // The largest file, which is an archive, plus what a multipart body adds. The reader stops earlier for other files.
    private const long BodyLimit = PlaylistFileLimits.MaxArchiveBytes + (64 * 1024);

    public static void MapImport(this IEndpointRouteBuilder api)
        => api.MapPost("/playlists/import", ImportAsync).WithTags("Playlists")
            .WithSummary("Imports a playlist file, or a zip archive of them. 201 where a playlist is new, else 200.")
            .WithDescription(
                "One that would lose too many of its tracks is refused with 409 and what would go; approveRemoval=true imports it all the same.")
            .WithMetadata(new RequestSizeLimitAttribute(BodyLimit), new RequestFormLimitsAttribute { MultipartBodyLengthLimit = BodyLimit })
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable)
            .ProducesProblem(StatusCodes.Status507InsufficientStorage);

    private static async Task<Results<Created<ImportedPlaylist[]>, Ok<ImportedPlaylist[]>, ProblemHttpResult>> ImportAsync(
        IFormFile? file,
        Visitor visitor,
        PlaylistFileReader reader,
        PlaylistImports importer,
        TableDecisions decisions,
        ApiAddresses addresses,
        TextSides sides,
        CancellationToken cancellationToken,
        [FromForm] string? name = null,
        [FromForm] bool approveRemoval = false)
    {
        if (file is null)
        {
            return TypedResults.Problem("The form holds no file. Send the playlist file as its part \"file\".", statusCode: StatusCodes.Status400BadRequest);
        }

        await using var content = file.OpenReadStream();
        var known = await decisions.ReadAsync(visitor.UserId, cancellationToken);
        var read = await sides.ChooseAsync(visitor.UserId, await reader.ReadAsync(content, file.FileName, name, cancellationToken, known), cancellationToken);
        var playlists = read.Select(playlist => playlist.ToSourcePlaylist()).ToList();
        var imports = playlists.ConvertAll(playlist => new PlaylistImport(playlist, approveRemoval));
        var results = await importer.SaveAllAsync(visitor.UserId, ProviderKinds.File, imports, SyncTrigger.Api, cancellationToken);
        if (results.Any(result => !result.IsStored))
        {
            return RemovesTooMuch([.. results.Select(result => result.Plan).Where(plan => plan.RemovesTooMuch)]);
        }

        List<ImportedPlaylist> imported = [.. results.Select(result => ImportedPlaylist.Of(ProviderKinds.File, result))];
        return results.Any(result => result.Plan.IsNew)
            ? TypedResults.Created(imported is [var only] ? addresses.Playlist(only.Id) : addresses.Playlists, imported.ToArray())
            : TypedResults.Ok(imported.ToArray());
    }

    private static ProblemHttpResult RemovesTooMuch(IReadOnlyList<ImportPlan> plans) => TypedResults.Problem(
        detail: $"{string.Join(", ", plans.Select(plan => $"\"{plan.Name}\""))} would lose too many tracks. "
            + "Nothing was imported. Send approveRemoval=true to import it all the same.",
        statusCode: StatusCodes.Status409Conflict,
        title: "Too many tracks would go",
        extensions: new Dictionary<string, object?>
        {
            ["removals"] = plans.Select(plan => new { plan.PlaylistId, plan.Name, plan.TrackCount, plan.Removed, plan.RemovedTitles }).ToArray(),
        });
}
