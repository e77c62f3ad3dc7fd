using System.Data.Common;

namespace Spotter.Core.Persistence;

/// <summary>The queue of writers did not move for too long. Nothing was written. It is a <see cref="DbException"/>, so that handlers of
/// database errors catch it.</summary>
public sealed class DatabaseBusyException() : DbException("The queue of writers did not move.");
