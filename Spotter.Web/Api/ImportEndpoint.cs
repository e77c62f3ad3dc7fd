using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Spotter.Core.Formats;
using Spotter.Core.Formats.Histories;
using Spotter.Core.Playlists;
using Spotter.Core.Providers;
using Spotter.Core.Sources;
using Spotter.Web.Access;
using Spotter.Web.Wording;

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
                "One that would lose too many of its tracks is refused with 409 and what would go; approveRemoval=true imports it all the same. "
                + "report=true also answers what was left out of which file and why; dryRun=true answers that with all rows as they were read, and stores nothing. "
                + "titleFirst says of a text or playlist file whether its lines are \"Title - Artist\" (true) or \"Artist - Title\" (false), and codePage in which code page a file without Unicode is; "
                + "both hold for all playlists of the file or archive, now and at the next import. "
                + "A history of plays becomes a list of the most played: mostPlayed is how many tracks (100), period is all, a year, or months such as 12m.")
            .AddOpenApiOperationTransformer(ImportAnswers.DescribeAsync)
            .WithMetadata(new RequestSizeLimitAttribute(BodyLimit), new RequestFormLimitsAttribute { MultipartBodyLengthLimit = BodyLimit })
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable)
            .ProducesProblem(StatusCodes.Status507InsufficientStorage);

    private static async Task<Results<Created<ImportedPlaylist[]>, Ok<ImportedPlaylist[]>, JsonHttpResult<ImportReport>, JsonHttpResult<ImportDryRun>, ProblemHttpResult>> ImportAsync(
        HttpResponse response,
        IFormFile? file,
        Visitor visitor,
        UserFiles files,
        PlaylistImports importer,
        ApiAddresses addresses,
        FactWording wording,
        CancellationToken cancellationToken,
        [FromForm] string? name = null,
        [FromForm] bool approveRemoval = false,
        [FromForm] int? mostPlayed = null,
        [FromForm] string? period = null,
        [FromForm] bool? titleFirst = null,
        [FromForm] string? codePage = null,
        [FromQuery] bool report = false,
        [FromQuery] bool dryRun = false)
    {
        if (file is null)
        {
            return TypedResults.Problem("The form holds no file. Send the playlist file as its part \"file\".", statusCode: StatusCodes.Status400BadRequest);
        }

        var wish = mostPlayed is null && period is null ? null : PlayPeriod.Parse(period ?? "all") is { } of ? new MostPlayed(of, mostPlayed ?? MostPlayed.Default.Length) : MostPlayed.Default with { Length = 0 };
        if (wish is { IsUsable: false })
        {
            return TypedResults.Problem(
                "A list of the most played tracks takes mostPlayed, from 1 to 1,000 tracks, and period, which is all, a year such as 2024, or months up to the last play such as 12m.",
                statusCode: StatusCodes.Status400BadRequest);
        }

        var choice = new ReadingChoice(PlaylistFileReader.CodePageNames.FirstOrDefault(known => known.Equals(codePage, StringComparison.OrdinalIgnoreCase)), titleFirst);
        if (codePage is not null && choice.CodePage is null)
        {
            return TypedResults.Problem(
                $"codePage is \"{codePage}\", but must be one of {string.Join(", ", PlaylistFileReader.CodePageNames)}.", statusCode: StatusCodes.Status400BadRequest);
        }

        await using var content = file.OpenReadStream();
        var reading = await files.ReadAsync(visitor.UserId, content, file.FileName, name, wish, cancellationToken, choice == ReadingChoice.None ? null : choice);
        var playlists = reading.AllOrNone();
        if (dryRun)
        {
            return TypedResults.Json(await TryAsync());
        }

        var imports = playlists.Select(playlist => new PlaylistImport(playlist.ToSourcePlaylist(), approveRemoval)
        {
            // A playlist that it makes no difference to keeps what was said of it before.
            Choice = choice != ReadingChoice.None && playlist.Choice != ReadingChoice.None ? playlist.Choice : null,
        }).ToList();
        var results = await importer.SaveAllAsync(visitor.UserId, ProviderKinds.File, imports, SyncTrigger.Api, cancellationToken);
        if (results.Any(result => !result.IsStored))
        {
            return RemovesTooMuch([.. results.Select(result => result.Plan).Where(plan => plan.RemovesTooMuch)]);
        }

        ImportedPlaylist[] imported = [.. results.Select(result => ImportedPlaylist.Of(ProviderKinds.File, result))];
        var isAnyNew = results.Any(result => result.Plan.IsNew);
        var place = imported is [var only] ? addresses.Playlist(only.Id) : addresses.Playlists;
        if (!report)
        {
            return isAnyNew ? TypedResults.Created(place, imported) : TypedResults.Ok(imported);
        }

        if (isAnyNew)
        {
            response.Headers.Location = place;
        }

        return TypedResults.Json(
            new ImportReport(imported, LeftOutOfFile.Of(reading, file.FileName, wording)), statusCode: isAnyNew ? StatusCodes.Status201Created : StatusCodes.Status200OK);

        async Task<ImportDryRun> TryAsync()
        {
            var read = new List<ReadPlaylist>(playlists.Count);
            foreach (var playlist in playlists)
            {
                read.Add(ReadPlaylist.Of(playlist, await importer.PlanAsync(visitor.UserId, ProviderKinds.File, playlist.ToSourcePlaylist(), cancellationToken), wording));
            }

            return new(read, LeftOutOfFile.Of(reading, file.FileName, wording));
        }
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
