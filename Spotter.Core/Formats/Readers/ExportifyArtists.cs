using Spotter.Core.Formats.Text;


namespace Spotter.Core.Formats.Readers;

/// <summary>
/// Splits artists that were joined with commas, although a name may contain commas itself ("Tyler, The Creator"). The ids next to them tell
/// how many artists there are, and other lines of the file tell their names. If this leaves several possibilities, the artists stay one name.
/// </summary>
internal sealed class ExportifyArtists
{
    // More pieces can be combined in too many ways to try them all.
    private const int MostPieces = 12;

    private readonly Dictionary<string, string> _nameById = new(StringComparer.Ordinal);

    /// <summary>Remembers the names of a line that can be split only in one way.</summary>
    public void Learn(string names, string ids)
    {
        var idList = Ids(ids);
        if (idList.Length > 0 && Certain(names, idList.Length) is { } certain && certain.Count == idList.Length)
        {
            for (var i = 0; i < idList.Length; i++)
            {
                _nameById.TryAdd(idList[i], certain[i]);
            }
        }
    }

    /// <summary>The single artists, or the whole text as one name if it is ambiguous.</summary>
    public IReadOnlyList<string> Split(string names, string ids)
    {
        if (FieldText.Clean(names) is not { Length: > 0 } whole)
        {
            return [];
        }

        var idList = Ids(ids);
        return Certain(names, idList.Length) ?? (idList.Length > 1 ? Fit(Pieces(names), idList) : null) ?? [whole];
    }

    private static List<string>? Certain(string names, int count)
    {
        // exportify.app writes a comma inside a name as "\,".
        if (names.Contains("\\,", StringComparison.Ordinal))
        {
            return Cleaned(names.Replace("\\,", "\0", StringComparison.Ordinal).Split(", ").Select(name => name.Replace('\0', ',')));
        }

        if (count == 1)
        {
            return Cleaned([names]);
        }

        // exportify.net joins with a semicolon, or with a comma without a space. Names such as "Tyler, The Creator" and "10,000 Maniacs" keep
        // their commas.
        if (names.Contains(';', StringComparison.Ordinal))
        {
            return Cleaned(names.Split(';'));
        }

        var tight = SplitTight(names);
        if (tight.Count > 1 && (count == 0 || tight.Count == count))
        {
            return tight;
        }

        var pieces = Pieces(names);
        return pieces.Length == count || !names.Contains(',', StringComparison.Ordinal) ? Cleaned(pieces) : null;
    }

    /// <summary>Combines the pieces into as many names as there are ids, using the known names. Null if there is no way to do so, or more
    /// than one.</summary>
    private List<string>? Fit(string[] pieces, string[] ids)
    {
        if (pieces.Length <= ids.Length || pieces.Length > MostPieces)
        {
            return null;
        }

        List<string>? found = null;
        var ways = 0;
        Try(0, 0, []);
        return ways == 1 ? found : null;

        void Try(int piece, int id, List<string> names)
        {
            if (ways > 1)
            {
                return;
            }

            if (id == ids.Length)
            {
                if (piece == pieces.Length)
                {
                    ways++;
                    found = [.. names];
                }

                return;
            }

            var known = _nameById.GetValueOrDefault(ids[id]);
            var last = pieces.Length - (ids.Length - id - 1);
            for (var end = piece + 1; end <= last; end++)
            {
                var name = FieldText.Clean(string.Join(", ", pieces[piece..end]));
                if (known is null || known == name)
                {
                    names.Add(name);
                    Try(end, id + 1, names);
                    names.RemoveAt(names.Count - 1);
                }
            }
        }
    }

    private static List<string> SplitTight(string names)
    {
        var parts = new List<string>();
        var start = 0;
        for (var i = 1; i < names.Length - 1; i++)
        {
            var withinNumber = char.IsAsciiDigit(names[i - 1]) && char.IsAsciiDigit(names[i + 1]);
            if (names[i] == ',' && !char.IsWhiteSpace(names[i + 1]) && !withinNumber)
            {
                parts.Add(names[start..i]);
                start = i + 1;
            }
        }

        parts.Add(names[start..]);
        return Cleaned(parts);
    }

    private static string[] Pieces(string names) => names.Split(", ");

    private static string[] Ids(string ids) => ids.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static List<string> Cleaned(IEnumerable<string> names) => [.. names.Select(FieldText.Clean).Where(name => name.Length > 0)];
}
