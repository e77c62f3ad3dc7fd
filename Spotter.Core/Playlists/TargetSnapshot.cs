using Spotter.Core.Tracks;

namespace Spotter.Core.Playlists;

/// <summary>What a target held just before Spotter wrote to it, including edits made on the server. The last ten of each target are
/// kept.</summary>
public sealed class TargetSnapshot
{
    /// <summary>Spotter's own id.</summary>
    public int Id { get; set; }

    /// <summary>The playlist.</summary>
    public int PlaylistId { get; set; }

    /// <summary>The target's id at that time.</summary>
    public required string TargetId { get; set; }

    /// <summary>When it was taken.</summary>
    public DateTimeOffset TakenAt { get; set; }

    /// <summary>The target's name at that time.</summary>
    public required string Name { get; set; }

    /// <summary>The number of entries.</summary>
    public int SongCount { get; set; }

    /// <summary>The entries in order, with their metadata, so that they can be found again under new ids.</summary>
    public List<Song> Songs { get; set; } = [];

    /// <summary>The run that was about to write.</summary>
    public Guid OperationId { get; set; }
}
