using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists.Stored;
using Spotter.Web.Access;
using Spotter.Web.Wording;

namespace Spotter.Web.Api;

/// <summary>/api/playlists: the user's playlists, and one with its match report.</summary>
public static class PlaylistsEndpoints
{
    public static void MapPlaylists(this IEndpointRouteBuilder api)
    {
        api.MapGet("/playlists", ListAsync).WithTags("Playlists").WithSummary("Lists your playlists by name.").WithMetadata(ApiAddresses.IsPlaylists);
        api.MapGet("/playlists/{id:int}", FindAsync).WithTags("Playlists").WithSummary("One playlist with its match report.")
            .WithMetadata(ApiAddresses.IsPlaylist)
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Ok<PlaylistResource[]>> ListAsync(
        Visitor visitor, IDbContextFactory<SpotterDbContext> contexts, FactWording wording, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var playlists = await db.Playlists.AsNoTracking().Where(playlist => playlist.UserId == visitor.UserId)
            .OrderBy(playlist => playlist.Name).ThenBy(playlist => playlist.Id).ToListAsync(cancellationToken);
        return TypedResults.Ok<PlaylistResource[]>([.. playlists.Select(playlist => PlaylistResource.Of(playlist, wording))]);
    }

    private static async Task<Results<Ok<PlaylistResource>, ProblemHttpResult>> FindAsync(
        int id, Visitor visitor, IDbContextFactory<SpotterDbContext> contexts, FactWording wording, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var playlist = await db.Playlists.AsNoTracking()
            .SingleOrDefaultAsync(p => p.Id == id && p.UserId == visitor.UserId, cancellationToken);
        if (playlist is null)
        {
            return ApiErrors.NoSuchPlaylist();
        }

        var tracks = await db.Tracks.AsNoTracking().Where(track => track.PlaylistId == id).OrderBy(track => track.Position).ToListAsync(cancellationToken);
        return TypedResults.Ok(PlaylistResource.Of(playlist, wording) with { Tracks = [.. tracks.Select(TrackReport.Of)] });
    }
}
