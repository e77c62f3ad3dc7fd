using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Spotter.Core.Persistence;

/// <summary>Stores a time as Unix milliseconds, which every engine can sort and compare.</summary>
public sealed class UnixMillisecondsConverter()
    : ValueConverter<DateTimeOffset, long>(moment => moment.ToUnixTimeMilliseconds(), stored => DateTimeOffset.FromUnixTimeMilliseconds(stored));
