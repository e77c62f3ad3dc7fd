namespace Spotter.Core.Formats;

/// <summary>The decisions that a user has made about how to read files.</summary>
/// <param name="Tables">The decisions about tables, by kind of table.</param>
/// <param name="Readings">The decisions about single playlists.</param>
public sealed record KnownDecisions(KnownTables Tables, KnownReadings Readings)
{
    /// <summary>No decisions.</summary>
    public static KnownDecisions None { get; } = new(KnownTables.None, KnownReadings.None);

    /// <summary>Changes whenever a decision changes. Empty if there are none.</summary>
    public string Stamp => Tables.Stamp.Length + Readings.Stamp.Length == 0 ? "" : $"{Tables.Stamp}/{Readings.Stamp}";
}
