namespace Spotter.Core.Formats;

/// <summary>Everything that one user has said of files so far.</summary>
/// <param name="Tables">What they have said of kinds of tables.</param>
/// <param name="Readings">What they have said of single playlists.</param>
public sealed record KnownDecisions(KnownTables Tables, KnownReadings Readings)
{
    /// <summary>Nothing was said yet.</summary>
    public static KnownDecisions None { get; } = new(KnownTables.None, KnownReadings.None);

    /// <summary>Moves with whatever was said; empty where nothing was.</summary>
    public string Stamp => Tables.Stamp.Length + Readings.Stamp.Length == 0 ? "" : $"{Tables.Stamp}/{Readings.Stamp}";
}
