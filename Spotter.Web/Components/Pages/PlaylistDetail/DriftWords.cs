using Spotter.Core.Playlists;
using Spotter.Core.Targets;
using Spotter.Web.Components.Shared;

namespace Spotter.Web.Components.Pages.PlaylistDetail;

/// <summary>Describes changes on the music server, and what became of them.</summary>
public static class DriftWords
{
    /// <summary>"Changed in Navidrome: 2 songs added, 1 removed. The source won: …".</summary>
    public static string Summary(TargetDrift drift, string place) => $"Changed {place}: {Changes(drift)}. {Outcome(drift)}";

    /// <summary>"Changed in gonic since the last sync: 2 songs added": for a preview, before the outcome is known.</summary>
    public static string Upcoming(TargetDrift drift, string place)
        => $"Changed {place} since the last sync: {Changes(drift)}. "
            + (drift.Policy == EditPolicy.KeepAdded && drift.Added > 0 ? "What was added there stays." : "The source wins: a sync undoes that.");

    /// <summary>The titles behind the figures. Empty lists are left out.</summary>
    public static IReadOnlyList<(string What, IReadOnlyList<string> Titles, int Count)> Lists(TargetDrift drift)
        => [.. new[] { ("Added:", drift.AddedTitles, drift.Added), ("Removed:", drift.RemovedTitles, drift.Removed), ("Moved:", drift.MovedTitles, drift.Moved) }
            .Where(list => list.Item3 > 0)];

    private static string Changes(TargetDrift drift)
    {
        string[] parts =
        [
            drift.Added > 0 ? $"{Words.Count(drift.Added, "song")} added" : "",
            drift.Removed > 0 ? $"{Words.Count(drift.Removed, "song")} removed" : "",
            drift.Moved > 0 ? $"{Words.Count(drift.Moved, "song")} moved" : "",
        ];
        return string.Join(", ", parts.Where(part => part.Length > 0));
    }

    private static string Outcome(TargetDrift drift) => drift switch
    {
        { Policy: EditPolicy.Mirror } => "The source won, so this was undone. The history has the previous content.",
        { Added: > 0, Removed: 0, Moved: 0 } => "What was added stays.",
        { Added: > 0 } => "What was added stays; the rest follows the source.",
        _ => "The songs follow the source again; songs that you had added were removed.",
    };
}
