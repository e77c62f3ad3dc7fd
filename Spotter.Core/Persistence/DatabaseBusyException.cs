namespace Spotter.Core.Persistence;

/// <summary>The queue of writers stood still for longer than one waits. Nothing was written.</summary>
public sealed class DatabaseBusyException() : Exception(DatabaseTroubles.Explain(DatabaseTrouble.Busy));
