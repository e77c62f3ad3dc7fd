namespace Spotter.Core.Formats;

/// <summary>A file whose letters are in doubt, kept to be read once more with others (<see cref="PlaylistFileReader.ReadAgain"/>).</summary>
public sealed class UndecodedFile
{
    internal UndecodedFile(byte[] bytes, string fileName) => (Bytes, FileName) = (bytes, fileName);

    /// <summary>The file's name.</summary>
    public string FileName { get; }

    /// <summary>How many bytes it holds on to.</summary>
    public int Length => Bytes.Length;

    internal byte[] Bytes { get; }
}
