using Spotter.Core.Providers;
using Spotter.Core.Targets;

namespace Spotter.Tests.Support;

/// <summary>Writes lists of any length the way the product plans it, with the provider alone.</summary>
internal static class LongWrites
{
    /// <summary>The list as it is read back. It is created if it has no id yet.</summary>
    public static async Task<Target> WriteAsync(IPlaylistSyncer provider, string? id, string name, IReadOnlyList<string> wanted)
    {
        var found = id is null ? null : await provider.ReadTargetAsync(id, default);
        foreach (var step in WritePlan.Of(found?.SongIds, wanted, new WriteLimits(provider.SongsPerCall, EditsRows: false)).Steps)
        {
            switch (step)
            {
                case WriteStep.Put put when id is null:
                    id = (await provider.SyncPlaylistAsync(name, put.SongIds, default))?.Summary.Id
                        ?? (await provider.ListTargetsAsync(default)).Single(list => list.Name == name).Id;
                    break;
                case WriteStep.Put put:
                    await provider.UpdatePlaylistTracksAsync(id!, name, put.SongIds, default);
                    break;
                case WriteStep.Append append:
                    await provider.AppendAsync(id!, append.SongIds, default);
                    break;
                default:
                    throw new InvalidOperationException($"{step}");
            }
        }

        return (await provider.ReadTargetAsync(id!, default))!;
    }
}
