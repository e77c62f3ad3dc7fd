using System.Text.Json;
using Spotter.Core.Playlists;
using Spotter.Web.Wording;

namespace Spotter.Web.Api;

/// <summary>A line of the audit log. The metadata has the figures of a run.</summary>
public sealed record EventResource(
    long Id, DateTimeOffset At, int? PlaylistId, Guid OperationId, SyncEventType Type, string Provider, string Message, JsonElement Metadata)
{
    public static EventResource Of(SyncEvent line, FactWording wording)
        => new(line.Id, line.At, line.PlaylistId, line.OperationId, line.Type, line.Provider, wording.Say(line.Message), JsonElement.Parse(wording.SayFigures(line.Metadata)));
}
