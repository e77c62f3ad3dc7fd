using System.Data.Common;

namespace Spotter.Core.Persistence;

/// <summary>The queue of writers stood still for longer than one waits. Nothing was written. To whoever catches errors of the database it is one.</summary>
public sealed class DatabaseBusyException() : DbException("The queue of writers did not move.");
