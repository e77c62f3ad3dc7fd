using System.IO.Compression;
using System.Text;

namespace Spotter.Tests.Core.Formats.Archives;

/// <summary>Creates valid and malicious archives.</summary>
internal static class Zips
{
    public static byte[] Of(params (string Name, string Content)[] files)
        => OfBytes([.. files.Select(file => (file.Name, Encoding.UTF8.GetBytes(file.Content)))]);

    public static byte[] OfBytes(params (string Name, byte[] Content)[] files)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.SmallestSize).Open();
                entry.Write(content);
            }
        }

        return memory.ToArray();
    }

    /// <summary>The same archive with other bytes at an offset of each entry in its central directory.</summary>
    /// <param name="zip">The archive.</param>
    /// <param name="offset">The offset in the entry: 8 for the flags, 24 for the claimed size, 42 for the position of the file.</param>
    /// <param name="value">What to write there.</param>
    public static byte[] WithListed(byte[] zip, int offset, params byte[] value)
    {
        byte[] changed = [.. zip];
        for (var i = 0; i + 46 < changed.Length; i++)
        {
            if (changed.AsSpan(i).StartsWith("PK\x01\x02"u8))
            {
                value.CopyTo(changed, i + offset);
            }
        }

        return changed;
    }
}
