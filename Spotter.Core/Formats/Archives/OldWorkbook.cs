using System.Buffers.Binary;

namespace Spotter.Core.Formats.Archives;

/// <summary>
/// The records of a workbook of Excel 97 to 2003 (.xls), checked before the library reads them. The library trusts the numbers in them: some
/// make it run forever, and others make it allocate far more memory than the file is large.
/// </summary>
/// <remarks>The layout is that of [MS-XLS], "Excel Binary File Format (.xls) Structure".</remarks>
internal static class OldWorkbook
{
    private const int MostRows = 65_536;
    private const int MostColumns = 256;

    // Excel allows some hundreds. The library compares each with all others.
    private const int MostFormats = 5_000;

    // A record begins with its kind and the length of its body.
    private const int HeadBytes = 4;

    private const ushort BeginningOfPart = 0x0809;
    private const ushort Password = 0x002F;
    private const ushort Sheet = 0x0085;
    private const ushort Dimensions = 0x0200;
    private const ushort OldDimensions = 0x0000;
    private const ushort ManyNumbers = 0x00BD;
    private const ushort NumberFormat = 0x041E;
    private const ushort OldNumberFormat = 0x001E;
    private const ushort SharedTexts = 0x00FC;
    private const ushort Continuation = 0x003C;

    private const ushort Biff5 = 0x0500;
    private const ushort Biff8 = 0x0600;

    /// <summary>Opens the workbook's records for the library.</summary>
    /// <exception cref="InvalidDataException">It is damaged, made up, or protected with a password.</exception>
    public static Stream Open(Stream file)
    {
        // Some programs do not fill the last sector.
        var bytes = new byte[(file.Length + CompoundFile.LargestSector - 1) / CompoundFile.LargestSector * CompoundFile.LargestSector];
        file.ReadExactly(bytes, 0, (int)file.Length);
        var container = new CompoundFile(bytes);
        // A file may hold both, the older one for Excel 95.
        var records = container.Find("Workbook") ?? container.Find("Book") ?? throw new InvalidDataException("There is no workbook in it.");
        Check(records);
        return new MeteredStream(records);
    }

    private static void Check(byte[] bytes)
    {
        var isBiff8 = VersionOf(bytes) == Biff8;
        var beginnings = new HashSet<uint>();
        var sheets = new HashSet<uint>();
        var formats = 0;
        for (var at = 0; at + HeadBytes <= bytes.Length;)
        {
            var body = BodyAt(bytes, at);
            switch (Number16(bytes.AsSpan(at)))
            {
                case BeginningOfPart:
                    beginnings.Add((uint)at);
                    break;
                case Password:
                    throw new InvalidDataException("Its records are encrypted.");
                // Sheets that begin at the same place would be read again and again.
                case Sheet when body.Length > 5 && body[5] == 0 && !sheets.Add(Number32(body)):
                    throw new InvalidDataException("Two sheets are in the same place.");
                // The library returns every row up to the last one that is claimed.
                case Dimensions or OldDimensions when isBiff8 && body.Length >= 12 && (Number32(body[4..]) > MostRows || Number16(body[10..]) > MostColumns):
                    throw new InvalidDataException("A sheet claims to be larger than any can be.");
                // With 65,535 as the last column the library counts beyond it, begins at zero again, and never ends.
                case ManyNumbers when body.Length < 6 || Number16(body[^2..]) >= MostColumns || Number16(body[^2..]) - Number16(body[2..]) >= body.Length / 6:
                    throw new InvalidDataException("A record claims more cells than it holds.");
                case NumberFormat or OldNumberFormat when ++formats > MostFormats:
                    throw new InvalidDataException("It has more formats of numbers than any workbook.");
                case SharedTexts:
                    CheckTexts(bytes, at);
                    break;
            }

            at += HeadBytes + body.Length;
        }

        // A sheet that begins within a record could hide its records from this check.
        if (!sheets.IsSubsetOf(beginnings))
        {
            throw new InvalidDataException("A sheet does not begin where the workbook says.");
        }
    }

    private static ushort VersionOf(byte[] bytes)
        => bytes.Length >= 8 && Number16(bytes) == BeginningOfPart && Number16(bytes.AsSpan(4)) is Biff5 or Biff8
            ? Number16(bytes.AsSpan(4))
            : throw new InvalidDataException("It does not begin like a workbook.");

    /// <summary>
    /// Follows the texts that cells share, across the records that continue them. Each text claims its length and how much to skip behind it.
    /// The library allocates by the first and jumps by the second, also backwards.
    /// </summary>
    private static void CheckTexts(byte[] bytes, int at)
    {
        var body = BodyAt(bytes, at);
        if (body.Length < 8)
        {
            throw new InvalidDataException("The list of texts is cut off.");
        }

        var count = Number32(body[4..]);
        var place = new TextPlace(bytes, at + HeadBytes + 8, at + HeadBytes + body.Length);
        for (var i = 0L; i < count; i++)
        {
            place.SkipText();
        }
    }

    private static ReadOnlySpan<byte> BodyAt(byte[] bytes, int at)
        => bytes.AsSpan(at + HeadBytes, Math.Min(Number16(bytes.AsSpan(at + 2)), bytes.Length - at - HeadBytes));

    private static ushort Number16(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt16LittleEndian(bytes);

    private static uint Number32(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt32LittleEndian(bytes);

    /// <summary>A place in the list of texts.</summary>
    private struct TextPlace(byte[] bytes, int at, int end)
    {
        private int _at = at;
        private int _end = end;

        /// <exception cref="InvalidDataException">The list ends before the text does.</exception>
        public void SkipText()
        {
            if (_at == _end)
            {
                Continue();
            }

            // Its length, its flags, and by them the number of its formats and the size of what follows it. This is never split.
            var head = bytes.AsSpan(_at, _end - _at);
            var flags = head.Length >= 3 ? head[2] : throw Cut();
            var (hasMore, hasFormats) = ((flags & 0x04) != 0, (flags & 0x08) != 0);
            var length = 3 + (hasFormats ? 2 : 0) + (hasMore ? 4 : 0);
            if (head.Length < length)
            {
                throw Cut();
            }

            var characters = (int)Number16(head);
            var tail = (hasFormats ? 4L * Number16(head[3..]) : 0) + (hasMore ? Number32(head[(hasFormats ? 5 : 3)..]) : 0);
            _at += length;
            SkipCharacters(characters, bytesEach: 1 + (flags & 0x01));
            Skip(tail);
        }

        private void SkipCharacters(int count, int bytesEach)
        {
            while (count > 0)
            {
                if (_at == _end)
                {
                    // The continuation says again how wide its characters are.
                    Continue();
                    bytesEach = _at < _end && bytes[_at++] == 0 ? 1 : 2;
                }

                var skipped = Math.Min(count, (_end - _at) / bytesEach);
                if (skipped == 0)
                {
                    throw Cut();
                }

                _at += skipped * bytesEach;
                count -= skipped;
            }
        }

        private void Skip(long count)
        {
            while (count > _end - _at)
            {
                count -= _end - _at;
                Continue();
            }

            _at += (int)count;
        }

        private void Continue()
        {
            if (_end + HeadBytes > bytes.Length || Number16(bytes.AsSpan(_end)) != Continuation)
            {
                throw Cut();
            }

            var length = BodyAt(bytes, _end).Length;
            (_at, _end) = (_end + HeadBytes, _end + HeadBytes + length);
        }

        private static InvalidDataException Cut() => new("Cut off.");
    }
}
