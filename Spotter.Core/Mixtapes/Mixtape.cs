using Spotter.Core.Facts;
using Spotter.Core.Playlists;

namespace Spotter.Core.Mixtapes;

/// <summary>A user's request for a playlist that a model makes from their library, and its state. Its songs are an ordinary
/// playlist.</summary>
public sealed class Mixtape
{
    /// <summary>Spotter's own id.</summary>
    public int Id { get; set; }

    /// <summary>The owner.</summary>
    public int UserId { get; set; }

    /// <summary>The remote id of its playlist. It never changes.</summary>
    public string Key { get; set; } = Guid.NewGuid().ToString("N");

    /// <summary>Its name, which is also the playlist's.</summary>
    public required string Name { get; set; }

    /// <summary>What the user wants to hear, in their words.</summary>
    public required string Prompt { get; set; }

    /// <summary>The key of a built-in persona, or null.</summary>
    public string? BuiltInPersona { get; set; }

    /// <summary>One of the user's own personas, or null.</summary>
    public int? PersonaId { get; set; }

    /// <summary>The number of songs.</summary>
    public int Length { get; set; }

    /// <summary>How often it is refreshed.</summary>
    public MixtapeSchedule Schedule { get; set; }

    /// <summary>Whether its playlist's sync is switched on once it is first made. After that the playlist has its own switch.</summary>
    public bool SyncsOnceMade { get; set; }

    /// <summary>When the schedule next makes it. Null if there is no schedule.</summary>
    public DateTimeOffset? NextDueAt { get; set; }

    /// <summary>Since when it is requested. Null if it is not. It stays until the making has ended, so that a crash does not lose the
    /// request.</summary>
    public DateTimeOffset? WantedAt { get; set; }

    /// <summary>Who requested it.</summary>
    public SyncTrigger WantedBy { get; set; }

    /// <summary>The number of makings begun since one last ended, each interrupted by a stop of Spotter.</summary>
    public int Starts { get; set; }

    /// <summary>How the last making ended.</summary>
    public MixtapeState State { get; set; }

    /// <summary>What is wrong, or worth knowing about the last making. Null if nothing.</summary>
    public Fact? Problem { get; set; }

    /// <summary>The number of failures in a row.</summary>
    public int Failures { get; set; }

    /// <summary>The earliest time of the next try. Null for at once.</summary>
    public DateTimeOffset? NextTryAt { get; set; }

    /// <summary>The tokens of the last making. Null if the server does not count them.</summary>
    public int? LastTokens { get; set; }

    /// <summary>The tokens of all makings, including failed ones.</summary>
    public long TotalTokens { get; set; }

    /// <summary>When it was last made successfully.</summary>
    public DateTimeOffset? LastMadeAt { get; set; }

    /// <summary>When the user created it.</summary>
    public DateTimeOffset CreatedAt { get; set; }
}
