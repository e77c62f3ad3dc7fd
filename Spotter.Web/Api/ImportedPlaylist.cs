using Spotter.Core.Sources;

namespace Spotter.Web.Api;

/// <summary>A playlist that was imported from a file, and what that changed.</summary>
public sealed record ImportedPlaylist(int Id, string Name, string Source, int TrackCount, int Added, int Removed, int Moved)
{
    public static ImportedPlaylist Of(string source, ImportResult result)
        => new(result.PlaylistId ?? 0, result.Plan.Name, source, result.Plan.TrackCount, result.Plan.Added, result.Plan.Removed, result.Plan.Moved);
}
