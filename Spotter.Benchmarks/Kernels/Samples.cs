
namespace Spotter.Benchmarks.Kernels;

/// <summary>The fictional texts that the benchmarks read, by what makes them easy or hard.</summary>
internal static class Samples
{
    /// <summary>A text, and the same text with one or two mistakes.</summary>
    public static (string Text, string Misspelt) Pair(string kind)
        => kind switch
        {
            "title" => ("paper lanterns over the harbour", "papper lantrens over the habour"),
            "other title" => ("paper lanterns over the harbour", "a golden cathedral in winter"),
            "Cyrillic" => ("бумажные фонари над гаванью", "бумажныи фонари на гаваньйу"),
            "200 letters" => (Repeat("paper lanterns over the harbour "), "x" + Repeat("paper lantrens over the habour ")),
            _ => throw new ArgumentException($"There is no pair \"{kind}\".", nameof(kind)),
        };

    public static string Text(string kind)
        => kind switch
        {
            "ASCII" => "Paper Lanterns Over the Harbour, Pt. II",
            "its own key" => "paper lanterns over the harbour",
            "marks" => "Déjà Vu à l'Île-de-Ré - Für Élise",
            "decomposed" => "De\u0301ja\u0300 Vu a\u0300 l'I\u0302le",
            "Han and kana" => "提灯と港の夜 ひかりのパレード",
            _ => throw new ArgumentException($"There is no text \"{kind}\".", nameof(kind)),
        };

    public static string Title(string kind)
        => kind switch
        {
            "plain" => "Paper Lanterns",
            "decorated" => "Paper Lanterns (feat. Ann Ash) - Live at the Harbour, 1994 [2011 Remaster]",
            "subtitle" => "Paper Lanterns (A Song for the Harbour)",
            _ => throw new ArgumentException($"There is no title \"{kind}\".", nameof(kind)),
        };

    public static string Artists(string kind)
        => kind switch
        {
            "one" => "Ann Ash",
            "several" => "Ann Ash, Bo Birch & The Choir feat. Cleo Cedar",
            _ => throw new ArgumentException($"There is no line \"{kind}\".", nameof(kind)),
        };

    private static string Repeat(string text) => string.Concat(Enumerable.Repeat(text, 6))[..180];
}
