using Spotter.Core.Formats;
using Spotter.Core.Providers;
using Spotter.Core.Sources;
using Spotter.Web.Wording;

namespace Spotter.Web.Api;

/// <summary>A playlist as a file was understood, and what importing it would change.</summary>
/// <param name="Id">The playlist that it would update, or null where it would be new.</param>
/// <param name="Name">Its name.</param>
/// <param name="Source">The kind of its source.</param>
/// <param name="TrackCount">Tracks it would have.</param>
/// <param name="Added">Tracks that would come.</param>
/// <param name="Removed">Tracks that would go.</param>
/// <param name="Moved">Tracks that would change their place.</param>
/// <param name="RemovesTooMuch">Whether that would be refused without approveRemoval.</param>
/// <param name="Format">What the file was taken for: "csv", "m3u".</param>
/// <param name="CodePage">The code page it was read in; null for Unicode.</param>
/// <param name="TitleFirst">Whether its texts were read as "Title - Artist"; null where it keeps the two apart.</param>
/// <param name="Remarks">What had to be done to the file to read it.</param>
/// <param name="Rows">All of its rows, in order.</param>
public sealed record ReadPlaylist(
    int? Id,
    string Name,
    string Source,
    int TrackCount,
    int Added,
    int Removed,
    int Moved,
    bool RemovesTooMuch,
    string Format,
    string? CodePage,
    bool? TitleFirst,
    IReadOnlyList<string> Remarks,
    IReadOnlyList<ReadRow> Rows)
{
    public static ReadPlaylist Of(PlaylistFile playlist, ImportPlan plan, FactWording wording) => new(
        plan.PlaylistId,
        plan.Name,
        ProviderKinds.File,
        plan.TrackCount,
        plan.Added,
        plan.Removed,
        plan.Moved,
        plan.RemovesTooMuch,
        playlist.FormatFamily,
        playlist.CodePage,
        playlist.OtherWayRound is null ? null : playlist.IsTitleFirst,
        [.. playlist.Remarks.Select(remark => wording.Say(remark))],
        [.. playlist.Tracks.Select(track => new ReadRow(track.Title, track.Artists, track.Album, track.DurationMs, track.Isrc))]);
}
