namespace Spotter.Core.Mixtapes;

/// <summary>A taste of the user's own invention that mixtapes can be made with.</summary>
public sealed class Persona
{
    /// <summary>Our own id.</summary>
    public int Id { get; set; }

    /// <summary>Whose it is.</summary>
    public int UserId { get; set; }

    /// <summary>What it is called; each name once for a user.</summary>
    public required string Name { get; set; }

    /// <summary>How it chooses, in the user's words.</summary>
    public required string Text { get; set; }
}
