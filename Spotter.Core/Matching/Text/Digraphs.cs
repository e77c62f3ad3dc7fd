using System.Buffers;

namespace Spotter.Core.Matching.Text;

/// <summary>Two letters that are typed for one with a mark or a stroke: "Fuer Elise", "Djordje".</summary>
internal static class Digraphs
{
    private static readonly SearchValues<char> Marked = SearchValues.Create("äöüåøæœđŋþð");

    /// <summary>The key with two letters for each such one, or null where it has none.</summary>
    /// <param name="markedKey">A key with its marks, as <see cref="TextNormalizer.MarkedKey(string?)"/> makes it.</param>
    public static string? Of(string markedKey)
    {
        if (!markedKey.AsSpan().ContainsAny(Marked))
        {
            return null;
        }

        var key = new SpanList<char>(stackalloc char[TextNormalizer.UsualLength]);
        TryAppend(markedKey, ref key);
        var text = key.Items.ToString();
        key.Dispose();
        return TextNormalizer.Key(text);
    }

    /// <summary>Appends the key with two letters for each such one; false, with nothing appended, where it has none.</summary>
    public static bool TryAppend(scoped ReadOnlySpan<char> markedKey, ref SpanList<char> key)
    {
        if (!markedKey.ContainsAny(Marked))
        {
            return false;
        }

        foreach (var c in markedKey)
        {
            switch (c)
            {
                case 'ä' or 'æ': key.Append("ae"); break;
                case 'ö' or 'ø' or 'œ': key.Append("oe"); break;
                case 'ü': key.Append("ue"); break;
                case 'å': key.Append("aa"); break;
                case 'đ': key.Append("dj"); break;
                case 'ŋ': key.Append("ng"); break;
                case 'þ': key.Append("th"); break;
                case 'ð': key.Append("dh"); break;
                default: key.Add(c); break;
            }
        }

        return true;
    }
}
