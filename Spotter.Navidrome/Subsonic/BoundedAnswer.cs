using System.Buffers;

namespace Spotter.Navidrome.Subsonic;

/// <summary>The bytes of an answer in small rented blocks, as many as were received: nothing is allocated in advance or copied, and all is
/// returned.</summary>
internal sealed class BoundedAnswer : IDisposable
{
    private const int BlockLength = 64 * 1024;

    private readonly List<byte[]> _blocks = [];
    private long _length;

    /// <summary>The bytes. Valid until this is disposed.</summary>
    public ReadOnlySequence<byte> Bytes
    {
        get
        {
            Segment? first = null;
            Segment? last = null;
            for (var i = 0; i < _blocks.Count; i++)
            {
                var length = (int)Math.Min(BlockLength, _length - ((long)i * BlockLength));
                last = new Segment(_blocks[i].AsMemory(0, length), last);
                first ??= last;
            }

            return first is null ? ReadOnlySequence<byte>.Empty : new(first, 0, last!, last!.Memory.Length);
        }
    }

    /// <summary>Reads to the end.</summary>
    /// <returns>The answer, or null if it is longer than <paramref name="limit"/> bytes.</returns>
    public static async Task<BoundedAnswer?> ReadAsync(Stream stream, long limit, CancellationToken cancellationToken)
    {
        var answer = new BoundedAnswer();
        try
        {
            if (await answer.FillAsync(stream, limit, cancellationToken))
            {
                var whole = answer;
                answer = null;
                return whole;
            }

            return null;
        }
        finally
        {
            answer?.Dispose();
        }
    }

    public void Dispose()
    {
        _blocks.ForEach(block => ArrayPool<byte>.Shared.Return(block));
        _blocks.Clear();
        _length = 0;
    }

    private async Task<bool> FillAsync(Stream stream, long limit, CancellationToken cancellationToken)
    {
        while (_length <= limit)
        {
            var place = (int)(_length % BlockLength);
            if (place == 0)
            {
                _blocks.Add(ArrayPool<byte>.Shared.Rent(BlockLength));
            }

            var read = await stream.ReadAsync(_blocks[^1].AsMemory(place, BlockLength - place), cancellationToken);
            if (read == 0)
            {
                return true;
            }

            _length += read;
        }

        return false;
    }

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(ReadOnlyMemory<byte> memory, Segment? before)
        {
            Memory = memory;
            if (before is not null)
            {
                RunningIndex = before.RunningIndex + before.Memory.Length;
                before.Next = this;
            }
        }
    }
}
