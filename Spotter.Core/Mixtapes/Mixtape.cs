using Spotter.Core.Facts;
using Spotter.Core.Playlists;

namespace Spotter.Core.Mixtapes;

/// <summary>A user's wish for a playlist that a model makes of their library, and how it stands. Its songs are an ordinary playlist.</summary>
public sealed class Mixtape
{
    /// <summary>Our own id.</summary>
    public int Id { get; set; }

    /// <summary>Whose it is.</summary>
    public int UserId { get; set; }

    /// <summary>The remote id of the playlist that it fills; never changes.</summary>
    public string Key { get; set; } = Guid.NewGuid().ToString("N");

    /// <summary>Its name, and the playlist's.</summary>
    public required string Name { get; set; }

    /// <summary>What the user wants to hear, in their words.</summary>
    public required string Prompt { get; set; }

    /// <summary>The key of a persona that comes along; null for none of those.</summary>
    public string? BuiltInPersona { get; set; }

    /// <summary>The persona of the user's own; null for none of those.</summary>
    public int? PersonaId { get; set; }

    /// <summary>How many songs.</summary>
    public int Length { get; set; }

    /// <summary>How often it is refreshed.</summary>
    public MixtapeSchedule Schedule { get; set; }

    /// <summary>Whether its playlist's sync is switched on once it is first made; after that the playlist has its own switch.</summary>
    public bool SyncsOnceMade { get; set; }

    /// <summary>When the schedule asks next; null where it does not.</summary>
    public DateTimeOffset? NextDueAt { get; set; }

    /// <summary>Since when it is wanted; null where nobody waits for it. Stays until the making has ended, so that no crash loses the wish.</summary>
    public DateTimeOffset? WantedAt { get; set; }

    /// <summary>Who wants it.</summary>
    public SyncTrigger WantedBy { get; set; }

    /// <summary>Makings that have begun since the last one ended: they are lost where Spotter stops in the middle.</summary>
    public int Starts { get; set; }

    /// <summary>How the last making ended.</summary>
    public MixtapeState State { get; set; }

    /// <summary>What is wrong, or worth knowing of the last making; null where nothing is.</summary>
    public Fact? Problem { get; set; }

    /// <summary>Failures in a row.</summary>
    public int Failures { get; set; }

    /// <summary>Not to be tried before; null for at once.</summary>
    public DateTimeOffset? NextTryAt { get; set; }

    /// <summary>What the last making cost, or null where the server does not count.</summary>
    public int? LastTokens { get; set; }

    /// <summary>What all makings cost, those that failed included.</summary>
    public long TotalTokens { get; set; }

    /// <summary>When it was last made well.</summary>
    public DateTimeOffset? LastMadeAt { get; set; }

    /// <summary>When the user wrote it.</summary>
    public DateTimeOffset CreatedAt { get; set; }
}
