namespace Spotter.Core.Mixtapes;

/// <summary>A taste that the user has described, for making mixtapes.</summary>
public sealed class Persona
{
    /// <summary>Spotter's own id.</summary>
    public int Id { get; set; }

    /// <summary>The owner.</summary>
    public int UserId { get; set; }

    /// <summary>Its name, unique per user.</summary>
    public required string Name { get; set; }

    /// <summary>How it chooses, in the user's words.</summary>
    public required string Text { get; set; }
}
