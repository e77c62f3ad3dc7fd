using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Spotter.Core.Persistence;

/// <summary>Stores a moment as Unix milliseconds, which every engine can order and compare.</summary>
public sealed class UnixMillisecondsConverter()
    : ValueConverter<DateTimeOffset, long>(moment => moment.ToUnixTimeMilliseconds(), stored => DateTimeOffset.FromUnixTimeMilliseconds(stored));
