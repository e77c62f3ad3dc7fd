using Spotter.Core.Formats;


namespace Spotter.Core.Sources;

/// <summary>What a user has said of a kind of table that Spotter does not understand.</summary>
public sealed class TableDecision
{
    /// <summary>Our own id.</summary>
    public int Id { get; set; }

    /// <summary>Whose it is.</summary>
    public int UserId { get; set; }

    /// <summary>Which tables it holds for (<see cref="UnknownTable.FingerprintOf"/>).</summary>
    public required string Fingerprint { get; set; }

    /// <summary>What their columns are.</summary>
    public required TableMapping Mapping { get; set; }

    /// <summary>When it was said last.</summary>
    public DateTimeOffset DecidedAt { get; set; }
}
