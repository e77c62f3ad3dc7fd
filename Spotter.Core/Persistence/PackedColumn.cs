using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Spotter.Core.Persistence;

/// <summary>
/// Columns that store a long list as compressed JSON (<see cref="JsonColumn"/>), compressed while it is written. The ten thousand songs of a
/// long playlist are five megabytes as text, and take three times that in memory on the way to the database. Compressed they are half a
/// megabyte.
/// </summary>
internal static class PackedColumn
{
    /// <summary>Stores the list compressed. Replace a list as a whole and never change it in place: two lists are equal only if they are the
    /// same object.</summary>
    public static PropertyBuilder<List<T>> HasPackedJson<T>(this PropertyBuilder<List<T>> property)
        => property.HasConversion(list => Pack(list), bytes => Unpack<T>(bytes), Comparer<T>()).HasAnnotation(ColumnTrait.IsPacked, true);

    /// <summary>The same for a list that may be null.</summary>
    public static PropertyBuilder<List<T>?> HasPackedJsonOrNull<T>(this PropertyBuilder<List<T>?> property)
        => property.HasConversion(list => Pack(list!), bytes => (List<T>?)Unpack<T>(bytes), Comparer<T>()!).HasAnnotation(ColumnTrait.IsPacked, true);

    internal static byte[] Pack<T>(List<T> list)
    {
        using var bytes = new MemoryStream();
        using (var packed = new ZLibStream(bytes, CompressionLevel.Fastest))
        {
            JsonSerializer.Serialize(packed, list, JsonColumn.Options);
        }

        return bytes.ToArray();
    }

    internal static List<T> Unpack<T>(byte[] bytes)
    {
        // Rows of earlier versions contain plain text, which begins with a bracket. Compressed data never does.
        using var stored = new MemoryStream(bytes);
        using Stream text = bytes is [(byte)'[', ..] ? stored : new ZLibStream(stored, CompressionMode.Decompress);
        return JsonSerializer.Deserialize<List<T>>(text, JsonColumn.Options) ?? [];
    }

    private static ValueComparer<List<T>> Comparer<T>() => new((left, right) => ReferenceEquals(left, right), list => RuntimeHelpers.GetHashCode(list), list => list);
}
