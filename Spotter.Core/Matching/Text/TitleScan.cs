using System.Buffers;

namespace Spotter.Core.Matching.Text;

/// <summary>
/// The result of <see cref="TitleParser.Read"/>, in memory that the caller supplies, valid until the next title is read into it. A title
/// that needs more memory uses rented arrays, which <see cref="Dispose"/> returns.
/// </summary>
internal ref struct TitleScan
{
    /// <summary>Space for the texts of a usual title.</summary>
    public const int UsualText = 4 * TextNormalizer.UsualLength;

    /// <summary>Space for the guests of a usual title.</summary>
    public const int UsualGuests = 4;

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");

    private SpanList<char> _texts;
    private SpanList<char> _qualifier;
    private SpanList<Range> _featured;
    private Range _key;
    private Range _baseKey;
    private Range _markedKey;
    private Range _latinKey;
    private Range _numbers;
    private VersionKinds _calledVersion;

    public TitleScan(Span<char> text, Span<Range> featured)
    {
        var forQualifier = text.Length / 4;
        _qualifier = new(text[..forQualifier]);
        _texts = new(text[forQualifier..]);
        _featured = new(featured);
    }

    /// <summary>The name with its subtitles, as a key.</summary>
    public readonly ReadOnlySpan<char> Key => _texts.Items[_key];

    /// <summary>The name alone. The same if there is no subtitle.</summary>
    public readonly ReadOnlySpan<char> BaseKey => _texts.Items[_baseKey];

    /// <summary>The name with its marks. The same as <see cref="Key"/> if it has none.</summary>
    public readonly ReadOnlySpan<char> MarkedKey => _texts.Items[_markedKey];

    /// <summary>Whether the title has letters that can be transliterated to Latin ones.</summary>
    public bool HasLatinKey { get; private set; }

    /// <summary>The name in Latin letters. Empty if it is already written in them.</summary>
    public readonly ReadOnlySpan<char> LatinKey => _texts.Items[_latinKey];

    /// <summary>The numbers in the name, in order, separated by single blanks.</summary>
    public readonly ReadOnlySpan<char> Numbers => _texts.Items[_numbers];

    /// <summary>Which recording of the song it is.</summary>
    public VersionKinds Kinds { get; private set; }

    /// <summary>What distinguishes the version from others of its kind, as words separated by single blanks.</summary>
    public readonly ReadOnlySpan<char> Qualifier => Kinds == VersionKinds.None ? [] : _qualifier.Items;

    /// <summary>The positions of the guests in the title.</summary>
    public readonly ReadOnlySpan<Range> Featured => _featured.Items;

    /// <summary>Whether a subtitle follows a dash.</summary>
    public bool HasTail { get; private set; }

    /// <summary>The classical work that the title names, or null.</summary>
    public Work? Work { get; private set; }

    public readonly bool HasSubtitle => !_key.Equals(_baseKey);

    public readonly bool HasMarks => !_key.Equals(_markedKey);

    /// <summary>Clears the previous title.</summary>
    internal void Clear()
    {
        _texts.Clear();
        _qualifier.Clear();
        _featured.Clear();
        _key = _baseKey = _markedKey = _latinKey = _numbers = default;
        Kinds = _calledVersion = VersionKinds.None;
        HasLatinKey = HasTail = false;
        Work = null;
    }

    internal void AddFeatured(int start, int end) => _featured.Add(start..end);

    internal void AddTail() => HasTail = true;

    /// <summary>Reads a segment after the name. False if it is part of the name.</summary>
    internal bool AddVersion(scoped KeyWords words)
    {
        var isUnderstood = SegmentWords.Read(words, out var kinds, ref _qualifier);
        Kinds |= kinds;
        _calledVersion |= CallsItself(words) ? kinds : VersionKinds.None;
        return isUnderstood;
    }

    /// <summary>Makes the keys of a name and of the name with its subtitles, which may be the same text.</summary>
    internal void AddName(scoped ReadOnlySpan<char> name, scoped ReadOnlySpan<char> written)
    {
        TextNormalizer.AppendKey(name, ref _texts);
        _baseKey = _key = CutEnd(0, isAlsoQualifier: true);
        if (written.Length != name.Length)
        {
            var start = _texts.Count;
            TextNormalizer.AppendKey(written, ref _texts);
            _key = CutEnd(start, isAlsoQualifier: true);
            _baseKey = LengthOf(_baseKey) == LengthOf(_key) ? _key : _baseKey;
        }

        _markedKey = _key;
        if (!System.Text.Ascii.IsValid(written))
        {
            AddMarkedAndLatinKey(written);
        }

        AddNumbers();
    }

    /// <summary>
    /// Uses the work's short key as the base name. In a work's title, "I. Prélude" and "Piano" are movements and instruments, unless they
    /// are called a version.
    /// </summary>
    internal void AddWork(Work work)
    {
        Work = work;
        Kinds &= ~(VersionKinds.Interlude | VersionKinds.Piano | VersionKinds.Orchestral) | _calledVersion;
        if (work.ShortKey is { } shortKey)
        {
            var start = _texts.Count;
            _texts.Append(shortKey);
            _baseKey = start.._texts.Count;
        }
    }

    /// <summary>Uses the title without its track number as the base name.</summary>
    internal void AddUnnumbered(scoped TitleScan unnumbered, bool isPadded)
    {
        if (unnumbered.Key.Length > 0)
        {
            var start = _texts.Count;
            _texts.Append(unnumbered.BaseKey);
            _baseKey = start.._texts.Count;
            HasTail = unnumbered.HasTail || !isPadded;
        }
    }

    /// <summary>Returns rented arrays.</summary>
    public void Dispose()
    {
        _texts.Dispose();
        _qualifier.Dispose();
        _featured.Dispose();
    }

    private static bool CallsItself(scoped KeyWords words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i] is "version" or "arrangement" or "transcription" or "arr" or "versione" or "fassung")
            {
                return true;
            }
        }

        return false;
    }

    private static int LengthOf(Range range) => range.End.Value - range.Start.Value;

    private void AddMarkedAndLatinKey(scoped ReadOnlySpan<char> written)
    {
        var marked = new SpanList<char>(stackalloc char[TextNormalizer.UsualLength]);
        TextNormalizer.AppendMarkedKey(written, ref marked);
        var start = _texts.Count;
        HasLatinKey = Transliteration.TryAppendLatinKey(marked.Items, ref _texts);
        _latinKey = start.._texts.Count;

        start = _texts.Count;
        _texts.Append(marked.Items);
        marked.Dispose();
        var range = CutEnd(start, isAlsoQualifier: false);
        if (!MemoryExtensions.SequenceEqual(_texts.Items[range], Key))
        {
            _markedKey = range;
        }
    }

    private Range CutEnd(int start, bool isAlsoQualifier)
    {
        var length = SegmentWords.LengthWithoutEnd(_texts.Items[start..], out var kinds, ref _qualifier, isAlsoQualifier);
        Kinds |= kinds;
        _texts.CutTo(start + length);
        return start.._texts.Count;
    }

    private void AddNumbers()
    {
        var start = _texts.Count;
        if (Key.ContainsAny(Digits))
        {
            for (var i = _key.Start.Value; i < _key.End.Value; i++)
            {
                var c = _texts[i];
                if (char.IsAsciiDigit(c))
                {
                    _texts.Add(c);
                }
                else if (_texts.Count > start && _texts[_texts.Count - 1] != ' ')
                {
                    _texts.Add(' ');
                }
            }

            if (_texts[_texts.Count - 1] == ' ')
            {
                _texts.CutTo(_texts.Count - 1);
            }
        }

        _numbers = start.._texts.Count;
    }
}
