namespace Spotter.Tests.Core.Formats;

/// <summary>A stream as the network delivers it: in uneven pieces, without a length, and without an end if an endless byte is
/// given.</summary>
internal sealed class TricklingStream(byte[]? content = null, byte? endless = null) : Stream
{
    private int _piece;

    public int BytesRead { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int count;
        var left = Math.Max(0, (content?.Length ?? 0) - BytesRead);
        if (left == 0 && endless is { } filler)
        {
            count = buffer.Length;
            buffer.Span.Fill(filler);
        }
        else
        {
            count = Math.Min(Math.Min(buffer.Length, 1 + (_piece++ * 7 % 50)), left);
            content.AsSpan(BytesRead, count).CopyTo(buffer.Span);
        }

        BytesRead += count;
        return ValueTask.FromResult(count);
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Uploads are read asynchronously.");

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
