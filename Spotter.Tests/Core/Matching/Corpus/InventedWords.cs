namespace Spotter.Tests.Core.Matching.Corpus;

/// <summary>Invented words and names in several scripts.</summary>
internal sealed class InventedWords(Random random)
{
    private static readonly string[] Common =
        ["Love", "Night", "Heart", "Time", "Light", "Rain", "Home", "Dance", "Dream", "Summer", "Blue", "Fire", "Road", "Stay", "Run", "Away", "Tonight", "Again"];

    private static readonly string[] Small = ["the", "of", "in", "my", "and", "to", "a", "for"];
    private static readonly string[] Plain = ["ba", "co", "de", "fi", "gu", "ha", "ki", "lo", "me", "ni", "pa", "ro", "su", "ta", "ve", "wi", "zo", "bra", "cle", "dri", "sto", "tru"];
    private static readonly string[] Ends = ["", "n", "r", "l", "s", "ng", "ck", "nd", "m"];
    private static readonly string[] Marked = ["bé", "cø", "dü", "fí", "gâ", "hë", "kå", "lő", "mé", "ñi", "pó", "rê", "šu", "tà", "vý", "žo"];
    private static readonly string[] Cyrillic = ["ба", "во", "ги", "ду", "за", "ко", "лю", "ми", "но", "по", "ра", "си", "ту", "фе", "хо", "чи", "ша", "ны", "ве", "то"];
    private static readonly string[] Greek = ["βα", "γο", "δε", "θα", "κι", "λο", "μα", "νη", "πο", "ρι", "σα", "τε", "φω", "χα"];
    private static readonly string[] Kana = ["あ", "か", "き", "さ", "し", "た", "つ", "な", "の", "は", "ひ", "ま", "み", "や", "ゆ", "ら", "り", "わ", "が", "ぎ", "だ", "ど", "ば"];

    private static readonly string[] ThaiSyllables = ["รัก", "เธอ", "ฉัน", "ใจ", "คน", "ดี", "วัน", "ฝน", "ฟ้า", "ทะเล", "คืน", "ดาว", "บ้าน", "ลม", "เพลง"];

    /// <summary>A title in letters that cannot be compared with Latin ones.</summary>
    public string Thai() => Word(ThaiSyllables, random.Next(2, 6), "");

    /// <summary>A title in the artist's script.</summary>
    public string Title(string letters)
    {
        if (letters == "kana")
        {
            return Word(Kana, random.Next(4, 8), "");
        }

        var words = new List<string>();
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            words.Add(letters == "Latin" && random.Next(4) == 0 ? Pick(Common) : Name(letters));
            if (letters == "Latin" && i > 1 && random.Next(5) == 0)
            {
                words.Add(Pick(Small));
            }
        }

        var title = string.Join(' ', words);
        return random.Next(12) == 0 ? $"{title} {random.Next(3, 99)}" : title;
    }

    public string Artist(string letters)
    {
        var name = letters == "kana" ? Word(Kana, random.Next(3, 6), "") : random.Next(5) == 0 ? Name(letters) : $"{Name(letters)} {Name(letters)}";
        return letters != "Latin" ? name : random.Next(12) switch
        {
            0 => "The " + name,
            1 => $"{name} & {Name(letters)}",
            2 => $"{name}, {Name(letters)} and {Name(letters)}",
            _ => name,
        };
    }

    public string Name(string letters)
        => letters switch
        {
            "marks" => Capital(Word(random.Next(3) == 0 ? Marked : Plain, random.Next(2, 4), Pick(Ends))),
            "Cyrillic" => Capital(Word(Cyrillic, random.Next(2, 5), "")),
            "Greek" => Capital(Word(Greek, random.Next(2, 5), "ς")),
            "kana" => Word(Kana, random.Next(3, 6), ""),
            _ => Capital(Word(Plain, random.Next(2, 4), Pick(Ends))),
        };

    public string Pick(params string[] words) => words[random.Next(words.Length)];

    private string Word(string[] syllables, int count, string end)
        => string.Concat(Enumerable.Range(0, count).Select(_ => Pick(syllables))) + end;

    private static string Capital(string word) => word[..1].ToUpperInvariant() + word[1..];
}
