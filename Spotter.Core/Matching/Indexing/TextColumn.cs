using System.Text;

namespace Spotter.Core.Matching.Indexing;

/// <summary>Many texts in one block of UTF-8. An empty text equals a missing one.</summary>
internal sealed class TextColumn
{
    private readonly byte[] _bytes;
    private readonly int[] _ends;

    public TextColumn(byte[] bytes, int[] ends)
    {
        _bytes = bytes;
        _ends = ends;
    }

    public int Count => _ends.Length;

    /// <summary>The bytes of all texts, one after the other.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>Where each text ends.</summary>
    public ReadOnlySpan<int> Ends => _ends;

    /// <summary>The stored text.</summary>
    public ReadOnlySpan<byte> this[int i]
    {
        get
        {
            var start = i == 0 ? 0 : _ends[i - 1];
            return _bytes.AsSpan(start, _ends[i] - start);
        }
    }

    /// <summary>The text as it is kept, to be looked at later.</summary>
    public ReadOnlyMemory<byte> MemoryOf(int i)
    {
        var start = i == 0 ? 0 : _ends[i - 1];
        return _bytes.AsMemory(start, _ends[i] - start);
    }

    public string TextOf(int i) => Encoding.UTF8.GetString(this[i]);

    /// <summary>The text, or null if it is empty.</summary>
    public string? FindText(int i)
    {
        var bytes = this[i];
        return bytes.IsEmpty ? null : Encoding.UTF8.GetString(bytes);
    }

    /// <summary>Decodes the text into the buffer, which grows if necessary.</summary>
    public ReadOnlySpan<char> Read(int i, ref char[] buffer)
    {
        var bytes = this[i];
        if (buffer.Length < bytes.Length)
        {
            buffer = new char[Math.Max(bytes.Length, buffer.Length * 2)];
        }

        return buffer.AsSpan(0, Encoding.UTF8.GetChars(bytes, buffer));
    }

    internal sealed class Builder(int count, int bytesEach)
    {
        private byte[] _bytes = new byte[Math.Max(16, count * bytesEach)];
        private readonly List<int> _ends = new(count);
        private int _length;

        public int Count => _ends.Count;

        /// <summary>Whether the text at a position is this one.</summary>
        public bool IsAt(int i, string text)
        {
            var start = i == 0 ? 0 : _ends[i - 1];
            Span<byte> bytes = text.Length <= 128 ? stackalloc byte[text.Length * 3] : new byte[text.Length * 3];
            return bytes[..Encoding.UTF8.GetBytes(text, bytes)].SequenceEqual(_bytes.AsSpan(start, _ends[i] - start));
        }

        public void Add(string? text)
        {
            if (text is { Length: > 0 })
            {
                // A UTF-16 unit is at most three bytes.
                Reserve(text.Length * 3);
                _length += Encoding.UTF8.GetBytes(text, _bytes.AsSpan(_length));
            }

            _ends.Add(_length);
        }

        /// <summary>Adds several texts as one, with a separator that none of them contains.</summary>
        public void Add(IReadOnlyList<string> texts, char separator)
        {
            for (var i = 0; i < texts.Count; i++)
            {
                Reserve((texts[i].Length * 3) + 1);
                if (i > 0)
                {
                    _bytes[_length++] = (byte)separator;
                }

                _length += Encoding.UTF8.GetBytes(texts[i], _bytes.AsSpan(_length));
            }

            _ends.Add(_length);
        }

        public TextColumn Build()
        {
            // Unused reserve is given back: an index lives for days.
            Array.Resize(ref _bytes, _length);
            return new(_bytes, [.. _ends]);
        }

        private void Reserve(int more)
        {
            if (_bytes.Length - _length < more)
            {
                Array.Resize(ref _bytes, checked(Math.Max(_length + more, (int)Math.Min(Array.MaxLength, _bytes.Length * 2L))));
            }
        }
    }
}
