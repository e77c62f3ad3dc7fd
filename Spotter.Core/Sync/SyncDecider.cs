using Spotter.Core.Accounts;
using Spotter.Core.Library;
using Spotter.Core.Matching;
using Spotter.Core.Playlists;
using Spotter.Core.Providers;

namespace Spotter.Core.Sync;

/// <summary>Decides what a target should hold, with this installation's rules and names. It calls no server and changes nothing.</summary>
public sealed class SyncDecider(ProviderRegistry providers, SafetyRulesFactory safety, ServerProfiles servers, TimeProvider clock)
{
    /// <summary>Decides, and keeps the inputs of the decision.</summary>
    internal SyncStep Decide(
        PlaylistContent content, MatchReport report, TargetSearchResult finding, LibraryIndex index, IPlaylistSyncer syncer, bool awaitsAnswer = false)
    {
        var left = LastWrittenContent.Of(content.Written, finding.Target, new SongLookup(index, syncer as IIdTranslator));
        left = IsAnotherList(content.Playlist, finding.Target, syncer) ? left?.Elsewhere : left;
        var decision = SyncDecision.Of(
            content.Playlist, providers.DisplayNameOf(content.Playlist.Source), report, finding, left, index, safety.Current, servers.Name, awaitsAnswer);
        return new SyncStep(content.Playlist, report, decision, finding.Target, left, index)
        {
            Server = servers.Name,
            Drift = left is { IsSure: true } && finding.Target is { } target
                ? SyncFacts.DriftOf(decision.Merge.Drift, content.Playlist.EditPolicy, target, left, clock.GetUtcNow())
                : null,
        };
    }

    /// <summary>Whether the target was found by its comment or name: as far as we know, it is not the list that we wrote to.</summary>
    private static bool IsAnotherList(Playlist playlist, Target? target, IPlaylistSyncer syncer)
        => playlist.KnownTargetId is { } id && target is not null && target.Summary.Id != id
            && (syncer as IIdTranslator)?.Translate(id) != target.Summary.Id;
}
