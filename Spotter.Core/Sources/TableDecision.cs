using Spotter.Core.Formats;


namespace Spotter.Core.Sources;

/// <summary>A user's decision about a kind of table that Spotter does not understand.</summary>
public sealed class TableDecision
{
    /// <summary>Spotter's own id.</summary>
    public int Id { get; set; }

    /// <summary>The user.</summary>
    public int UserId { get; set; }

    /// <summary>The tables that it applies to (<see cref="UnknownTable.FingerprintOf"/>).</summary>
    public required string Fingerprint { get; set; }

    /// <summary>What their columns mean.</summary>
    public required TableMapping Mapping { get; set; }

    /// <summary>When the user last decided.</summary>
    public DateTimeOffset DecidedAt { get; set; }
}
