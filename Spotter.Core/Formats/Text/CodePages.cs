using System.Text;
using UtfUnknown;

namespace Spotter.Core.Formats.Text;

/// <summary>
/// Guesses the code page of text that is no UTF-8. Playlists are short, too short for statistics alone: a library's guess is one voice, the
/// other is how much the words look like words, with one script, no symbols within, and no capitals behind small letters.
/// </summary>
internal static class CodePages
{
    private const int BytesToJudge = 32_768;

    // What a guess of the library is worth beside the look of the words (which is 1 for words of frequent letters only).
    private const double WeightOfGuess = 0.3;

    // The order is the preference where nothing tells them apart.
    private static readonly CodePage[] Known =
    [
        new("windows-1252", 1252, "éèàäöüßñçáíóúâêîôûëïåøæãõÉÄÖÜÅØÀÇÑÁÍÓÚÊÈÂ", "ìòùœÿýŠšŽžðþÆÔÎÛŒÝÐÞÌÒÙËÏ"),
        new("windows-1254", 1254, "ğışİŞĞçöüÖÜÇâîû", "éèàäñáíóúêôëïåøæãõßÄÉ"),
        new("windows-1250", 1250, "ąćęłńóśźżŁŚŻŹŃąčďěňřšťůžČŘŠŽŤĎŮĚáéíýúöüőűÁÉÍÖÜŐŰä", "ßôĽľĺŕăâîşţŞŢđĐÝÚÓĄĆĘë"),
        new("windows-1251", 1251, "оеаинтсрвлкмдпуяьыгзбчйхжОЕАИНТСРВЛКМДПУЯГЗБЧЙХЖїієґІЇЄ", "шюцщэфъёШЮЦЩЭФЪЁЬЫўЎђћџЂЋЏјљњЈЉЊ"),
        new("koi8-r", 20866, "оеаинтсрвлкмдпуяьыгзбчйхжОЕАИНТСРВЛКМДПУЯГЗБЧЙХЖ", "шюцщэфъёШЮЦЩЭФЪЁЬЫ"),
        new("windows-1253", 1253, "αοιετσνηυρπκλμςάέήίόύώδγωθΑΟΙΕΤΣΝΗΥΡΠΚΛΜΔΓΩΘΆΈΉΊΌΎΏ", "χφβξζψΧΦΒΞΖΨϊϋΐΰ"),
        new("shift-jis", 932, "", ""),
        new("gbk", 936, "", ""),
        new("big5", 950, "", ""),
        new("euc-kr", 949, "", ""),
        new("macintosh", 10000, "éèàäöüßñçáíóúâêîôûëïåøæãõÉÄÖÜÅØÀÇÑÁÍÓÚÊÈÂ", "ìòùœÿÆÔÎÛŒÌÒÙËÏ"),
    ];

    /// <summary>The names of the code pages that a user may choose from, as they are usually called.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Known.Select(page => page.Name)];

    /// <summary>The encoding of a name that a file or a user gives, or null where nobody knows it.</summary>
    public static Encoding? Find(string? name)
    {
        var wanted = name?.Trim() ?? "";
        if (wanted.Length is 0 or > 40)
        {
            return null;
        }

        if (Array.Find(Known, page => page.Name.Equals(wanted, StringComparison.OrdinalIgnoreCase)) is { } known)
        {
            return known.Encoding;
        }

        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(wanted) ?? Encoding.GetEncoding(wanted);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>The code page that these bytes are most likely in.</summary>
    /// <param name="lines">The lines that hold more than ASCII.</param>
    public static (string Name, Encoding Encoding) Guess(ReadOnlySpan<byte> lines)
    {
        var sample = lines[..Math.Min(lines.Length, BytesToJudge)].ToArray();
        var said = CharsetDetector.DetectFromBytes(sample)?.Detected;
        var (best, bestScore) = (Known[0], double.MinValue);
        foreach (var page in Known)
        {
            var score = page.Score(sample) + (said?.Encoding is { } encoding && page.IsSameAs(encoding) ? said.Confidence * WeightOfGuess : 0);
            if (score > bestScore)
            {
                (best, bestScore) = (page, score);
            }
        }

        return (best.Name, best.Encoding);
    }
}
