namespace Spotter.Core.Formats;

/// <summary>A file whose encoding is uncertain, kept to be decoded again in another code page (<see cref="PlaylistFileReader.ReadAgain"/>).</summary>
public sealed class UndecodedFile
{
    internal UndecodedFile(byte[] bytes, string fileName) => (Bytes, FileName) = (bytes, fileName);

    /// <summary>The file name.</summary>
    public string FileName { get; }

    /// <summary>The number of bytes kept.</summary>
    public int Length => Bytes.Length;

    internal byte[] Bytes { get; }
}
