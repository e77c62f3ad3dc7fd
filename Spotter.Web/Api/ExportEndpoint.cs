using Microsoft.AspNetCore.Http.HttpResults;
using Spotter.Core.Accounts;
using Spotter.Core.Formats.Exports;
using Spotter.Core.Sources;
using Spotter.Web.Access;

namespace Spotter.Web.Api;

/// <summary>/api/playlists/{id}/export and /api/playlists/export: a playlist as a file, and all of them as an archive.</summary>
public static class ExportEndpoint
{
    /// <summary>The header that says of the paths in the answer whether they are those of the files: "real", "made-up" or "unknown".</summary>
    private const string PathsHeader = "Spotter-Paths";

    private const string Explanation
        = "format is m3u8 (default), xspf, jspf, csv or json. paths is relative (default: below the music folder) or absolute; folder is where the music lies for whoever "
        + "plays the list, and is needed for absolute paths where no music folder is known. The header Spotter-Paths says whether the paths are real.";

    public static void MapExport(this IEndpointRouteBuilder api)
    {
        api.MapGet("/playlists/{id:int}/export", ExportAsync).WithTags("Playlists")
            .WithSummary("A playlist with all its tracks as a file.").WithDescription(Explanation)
            .Produces(StatusCodes.Status200OK, contentType: "audio/x-mpegurl", additionalContentTypes: ["application/xspf+xml", "application/jspf+json", "text/csv", "application/json"])
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        api.MapGet("/playlists/export", ExportAllAsync).WithTags("Playlists")
            .WithSummary("All playlists, each as a file, in a zip archive.")
            .WithDescription($"{Explanation} Playlists that cannot be read are named in “{PlaylistExports.LeftOutName}” in the archive.")
            .Produces(StatusCodes.Status200OK, contentType: "application/zip")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status507InsufficientStorage);
    }

    private static async Task<Results<PushStreamHttpResult, ProblemHttpResult>> ExportAsync(
        int id, Visitor visitor, PlaylistExports exports, ServerProfiles servers, HttpResponse response, CancellationToken cancellationToken, string format = "m3u8", string paths = "relative", string? folder = null)
    {
        var wish = await ReadAsync(visitor, exports, servers, format, paths, folder, cancellationToken);
        if (wish.Problem is { } problem)
        {
            return problem;
        }

        if (await exports.FindAsync(visitor.UserId, id, wish.Folder, cancellationToken) is not { } list)
        {
            return ApiErrors.NoSuchPlaylist();
        }

        response.Headers[PathsHeader] = wish.Paths;
        return TypedResults.Stream(
            output => ExportFormats.WriteAsync(output, wish.Format, list, cancellationToken), ExportFormats.ContentType(wish.Format), ExportFormats.FileName(list.Name, wish.Format));
    }

    private static async Task<Results<FileStreamHttpResult, ProblemHttpResult>> ExportAllAsync(
        Visitor visitor, PlaylistExports exports, ServerProfiles servers, HttpResponse response, CancellationToken cancellationToken, string format = "m3u8", string paths = "relative", string? folder = null)
    {
        var wish = await ReadAsync(visitor, exports, servers, format, paths, folder, cancellationToken);
        if (wish.Problem is { } problem)
        {
            return problem;
        }

        response.Headers[PathsHeader] = wish.Paths;
        return TypedResults.Stream(await exports.ArchiveAsync(visitor.UserId, wish.Format, wish.Folder, cancellationToken), "application/zip", "Playlists.zip");
    }

    private static async Task<Wish> ReadAsync(Visitor visitor, PlaylistExports exports, ServerProfiles servers, string format, string paths, string? folder, CancellationToken cancellationToken)
    {
        if (ExportFormats.Parse(format) is not { } parsed)
        {
            return Wish.Refused($"format is \"{format}\", but must be m3u8, xspf, jspf, csv or json.");
        }

        if (paths is not ("relative" or "absolute"))
        {
            return Wish.Refused($"paths is \"{paths}\", but must be relative or absolute.");
        }

        var known = await exports.FindPathsAsync(visitor.UserId, cancellationToken);
        var place = paths == "relative" ? null : string.IsNullOrWhiteSpace(folder) ? known.MusicFolder : folder.Trim();
        return place == ""
            ? Wish.Refused($"{servers.Name.AtStart} tells no music folder. For absolute paths, send as folder where the music lies, such as folder=/mnt/music.")
            : new Wish(parsed, place, known.AreReal switch { true => "real", false => "made-up", null => "unknown" }, null);
    }

    private sealed record Wish(ExportFormat Format, string? Folder, string Paths, ProblemHttpResult? Problem)
    {
        public static Wish Refused(string why) => new(default, null, "", TypedResults.Problem(why, statusCode: StatusCodes.Status400BadRequest));
    }
}
