using Spotter.Core.Events;
using Spotter.Core.Facts;
using Spotter.Web.Components.Shared;

namespace Spotter.Web.Components.Pages.PlaylistDetail;

/// <summary>Describes the progress of a run.</summary>
public static class RunWords
{
    public static string Of(SyncProgressed run, ServerName server) => run.Phase switch
    {
        SyncPhase.Starting => $"Asking {server}.",
        SyncPhase.ReadingLibrary when run.Total > 0 => $"Reading your library: {Words.Number(run.Done)} of {Words.Number(run.Total)} songs.",
        SyncPhase.ReadingLibrary => $"Reading your library: {Words.Count(run.Done, "song")} so far.",
        SyncPhase.Matching => $"Matching: {Words.Number(run.Done)} of {Words.Number(run.Total)} tracks.",
        SyncPhase.Writing => $"Writing to {server} and comparing.",
    };
}
