using System.Text;
using UtfUnknown;

namespace Spotter.Core.Formats.Text;

/// <summary>
/// Guesses the code page of text that is not UTF-8. Playlists are too short for statistics alone. So the guess of a library counts together
/// with a score for the words: one alphabet per word, no symbols inside words, and no capitals after small letters.
/// </summary>
internal static class CodePages
{
    private const int BytesToJudge = 32_768;

    // The weight of the library's guess. The score for the words is 1 if all their letters are common.
    private const double WeightOfGuess = 0.3;

    // In order of preference if the scores are equal.
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

    /// <summary>The usual names of the code pages that a user can choose.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Known.Select(page => page.Name)];

    /// <summary>The encoding with a name from a file or a user. Null if it is unknown.</summary>
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

    /// <summary>The most likely code page of these bytes.</summary>
    /// <param name="lines">The lines that contain more than ASCII.</param>
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
