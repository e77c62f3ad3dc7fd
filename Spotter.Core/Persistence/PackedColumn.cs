using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Spotter.Core.Persistence;

/// <summary>
/// Columns that hold a long list: JSON as in <see cref="JsonColumn"/>, compressed piece by piece on the way. The ten thousand songs of a long playlist
/// are five megabytes as text, and three times that in memory on their way to the database; packed they are half a megabyte.
/// </summary>
internal static class PackedColumn
{
    /// <summary>Stores the list packed. A list that stands in a row is replaced as a whole, never changed in place: two are the same only if they are one object.</summary>
    public static PropertyBuilder<List<T>> HasPackedJson<T>(this PropertyBuilder<List<T>> property)
        => property.HasConversion(list => Pack(list), bytes => Unpack<T>(bytes), Comparer<T>()).HasAnnotation(ColumnTrait.IsPacked, true);

    /// <summary>The same for a list that may be absent.</summary>
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
        // Rows of earlier versions are plain text, which begins with a bracket; what is packed never does.
        using var stored = new MemoryStream(bytes);
        using Stream text = bytes is [(byte)'[', ..] ? stored : new ZLibStream(stored, CompressionMode.Decompress);
        return JsonSerializer.Deserialize<List<T>>(text, JsonColumn.Options) ?? [];
    }

    private static ValueComparer<List<T>> Comparer<T>() => new((left, right) => ReferenceEquals(left, right), list => RuntimeHelpers.GetHashCode(list), list => list);
}
