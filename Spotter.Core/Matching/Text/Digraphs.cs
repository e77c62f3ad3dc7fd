using System.Buffers;

namespace Spotter.Core.Matching.Text;

/// <summary>Two letters typed for one letter with a mark or stroke: "Fuer Elise", "Djordje".</summary>
internal static class Digraphs
{
    private static readonly SearchValues<char> Marked = SearchValues.Create("äöüåøæœđŋþð");

    /// <summary>The key with two letters for each such letter, or null if it has none.</summary>
    /// <param name="markedKey">A key with its marks, from <see cref="TextNormalizer.MarkedKey(string?)"/>.</param>
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

    /// <summary>Appends the key with two letters for each such letter. If it has none, false, and nothing is appended.</summary>
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
