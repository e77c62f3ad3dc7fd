using System.Buffers.Binary;

namespace Spotter.Navidrome.Demo;

/// <summary>The sound of a song of the embedded server: a WAV file with a little melody, always the same for the same song. It exists only
/// where somebody reads it.</summary>
internal sealed class DemoSound
{
    private const int HeadLength = 44;
    private const int Rate = 11_025;
    private const int NoteLength = Rate / 4;

    /// <summary>A pentatonic scale, in which any order of notes sounds well.</summary>
    private static readonly double[] Scale = [1, 9.0 / 8, 5.0 / 4, 3.0 / 2, 5.0 / 3, 2];

    private readonly byte[] _head = new byte[HeadLength];
    private readonly int _seed;
    private readonly long _skipped;

    /// <summary>Makes the sound.</summary>
    /// <param name="song">The song.</param>
    /// <param name="fromSeconds">Where it starts.</param>
    public DemoSound(DemoSong song, int fromSeconds = 0)
    {
        _seed = song.Title.Aggregate(song.Artists[0].Length, (sum, letter) => ((sum * 31) + letter) % 9_973);
        _skipped = (long)Math.Min(fromSeconds, song.DurationSeconds) * Rate;
        var samples = ((long)song.DurationSeconds * Rate) - _skipped;
        Length = HeadLength + samples;
        WriteHead((uint)samples);
    }

    /// <summary>The length of the file in bytes.</summary>
    public long Length { get; }

    /// <summary>Writes the bytes of the file from this one on.</summary>
    public void Read(long from, Span<byte> bytes)
    {
        for (var i = 0; i < bytes.Length; i++)
        {
            var at = from + i;
            bytes[i] = at < HeadLength ? _head[at] : Sample(_skipped + at - HeadLength);
        }
    }

    private byte Sample(long at)
    {
        var note = at / NoteLength;
        var step = Scale[(int)((((note * 7) + _seed) * (note + 3)) % Scale.Length)];
        var pitch = 180 + (_seed % 120);
        var decay = 1 - ((double)(at % NoteLength) / NoteLength);
        return (byte)(128 + (70 * decay * Math.Sin(2 * Math.PI * pitch * step * at / Rate)));
    }

    /// <summary>One channel of unsigned bytes.</summary>
    private void WriteHead(uint samples)
    {
        var head = _head.AsSpan();
        "RIFF"u8.CopyTo(head);
        BinaryPrimitives.WriteUInt32LittleEndian(head[4..], samples + HeadLength - 8);
        "WAVEfmt "u8.CopyTo(head[8..]);
        BinaryPrimitives.WriteUInt32LittleEndian(head[16..], 16);
        BinaryPrimitives.WriteUInt16LittleEndian(head[20..], 1);
        BinaryPrimitives.WriteUInt16LittleEndian(head[22..], 1);
        BinaryPrimitives.WriteUInt32LittleEndian(head[24..], Rate);
        BinaryPrimitives.WriteUInt32LittleEndian(head[28..], Rate);
        BinaryPrimitives.WriteUInt16LittleEndian(head[32..], 1);
        BinaryPrimitives.WriteUInt16LittleEndian(head[34..], 8);
        "data"u8.CopyTo(head[36..]);
        BinaryPrimitives.WriteUInt32LittleEndian(head[40..], samples);
    }
}
