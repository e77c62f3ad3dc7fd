namespace Spotter.Core.Persistence;

/// <summary>The database has a schema that this version of Spotter does not know.</summary>
/// <param name="place">The location of the database.</param>
/// <param name="migration">The newest migration in it.</param>
public sealed class DatabaseVersionException(string place, string migration)
    : Exception($"the database {place} belongs to a newer version of Spotter (its schema is {migration}). Start that version, or restore a backup from before the update.");
