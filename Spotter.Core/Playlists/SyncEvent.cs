using Spotter.Core.Facts;

namespace Spotter.Core.Playlists;

/// <summary>One line of the audit log. Each run leaves one <see cref="SyncEventType.Started"/> and exactly one closing line.</summary>
public sealed class SyncEvent
{
    /// <summary>An ascending id: later lines have higher ids.</summary>
    public long Id { get; set; }

    /// <summary>When it happened.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>The user.</summary>
    public int UserId { get; set; }

    /// <summary>The playlist, or null if the line is about none.</summary>
    public int? PlaylistId { get; set; }

    /// <summary>The run or action that the line belongs to.</summary>
    public Guid OperationId { get; set; }

    /// <summary>The kind of event.</summary>
    public SyncEventType Type { get; set; }

    /// <summary>The kind of the provider involved.</summary>
    public required string Provider { get; set; }

    /// <summary>What happened.</summary>
    public required Fact Message { get; set; }

    /// <summary>The figures, as a JSON object (see <see cref="SyncEventMetadata"/>).</summary>
    public string Metadata { get; set; } = "{}";
}
