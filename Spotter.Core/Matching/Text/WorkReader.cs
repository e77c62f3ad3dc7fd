using System.Buffers;
using System.Globalization;
using System.Text;

namespace Spotter.Core.Matching.Text;

/// <summary>Parses titles of classical music: "Symphony No. 5 in C Minor, Op. 67: I. Allegro con brio", "Beethoven: Sinfonie Nr. 5 c-Moll -
/// 1. Satz".</summary>
internal static class WorkReader
{
    private const int LongestTitle = 1000;

    // A work is named by a form or a catalogue, and by a number or a musical key. Most titles have neither and are skipped at once.
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");
    private static readonly string[] ModeTexts = ["maj", "min", "dur", "moll", "mayor", "menor", "маж"];

    private static readonly string[] MarkTexts =
        [
            "symphon", "sinfo", "simfon", "szimf", "симф", "sonat", "szonat", "сонат", "concer", "konzer", "концер", "quart", "cuart", "kvart", "кварт", "quint",
            "trio", "трио", "sext", "octet", "oktett", "octuor", "suite", "suita", "сюит", "partit", "prelu", "prélu", "prälu", "прелю", "fug", "noct", "nott", "nokt",
            "ноктю", "étud", "etud", "etüd", "этюд", "estudio", "mazurk", "мазур", "polon", "полон", "waltz", "walz", "valse", "vals", "walc", "вальс", "ballad",
            "баллад", "scherz", "скерц", "imprompt", "эксп", "rhaps", "raps", "fanta", "varia", "mass", "mess", "missa", "misa", "requiem", "рекви", "cant", "kant",
            "overt", "ouver", "obert", "увертю", "seren", "divert", "invent", "dance", "tanz", "danse", "danza", "bagat", "toccat", "tokkat", "arabesq",
            "op.", "op ", "opus", "woo", "k.", "kv", "bwv", "hwv", "rv", "d.", "hob", "twv", "wq", "trv", "sz.",
        ];

    // ASCII texts are searched with vector instructions. A single non-ASCII text in the set would prevent that.
    private static readonly SearchValues<string> Modes = SearchValues.Create(ModeTexts, StringComparison.OrdinalIgnoreCase);
    private static readonly SearchValues<string> Marks = SearchValues.Create(MarkTexts, StringComparison.OrdinalIgnoreCase);
    private static readonly SearchValues<string> AsciiModes = SearchValues.Create([.. ModeTexts.Where(IsAscii)], StringComparison.OrdinalIgnoreCase);
    private static readonly SearchValues<string> AsciiMarks = SearchValues.Create([.. MarkTexts.Where(IsAscii)], StringComparison.OrdinalIgnoreCase);

    /// <summary>The work, or null if the title names none.</summary>
    public static Work? Read(ReadOnlySpan<char> title)
    {
        if (title.Length > LongestTitle || !MayName(title))
        {
            return null;
        }

        var reading = new Reading();
        var sections = Sections(title.ToString());
        for (var i = 0; i < sections.Count; i++)
        {
            reading.Take(sections[i].Text, sections[i].IsQuoted, isFirst: i == 0);
        }

        return reading.Result;
    }

    private static bool MayName(ReadOnlySpan<char> title)
        => Ascii.IsValid(title)
            ? (title.ContainsAny(Digits) || title.ContainsAny(AsciiModes)) && title.ContainsAny(AsciiMarks)
            : (title.ContainsAny(Digits) || title.ContainsAny(Modes)) && title.ContainsAny(Marks);

    private static bool IsAscii(string text) => Ascii.IsValid(text);

    // Splits at colons, dashes, slashes, brackets and quotes, and before a movement's number. "XVI:52" and "27/2" are one word.
    private static List<(string Text, bool IsQuoted)> Sections(string title)
    {
        var sections = new List<(string, bool)>();
        var start = 0;
        var isQuoted = false;
        for (var i = 0; i < title.Length; i++)
        {
            var c = title[i];
            var isBeforeBlank = i + 1 == title.Length || char.IsWhiteSpace(title[i + 1]);
            var isBehindBlank = i > 0 && char.IsWhiteSpace(title[i - 1]);
            var cuts = c switch
            {
                ':' or ';' => isBeforeBlank,
                '/' => isBeforeBlank || isBehindBlank,
                '-' or '–' or '—' => isBeforeBlank && isBehindBlank,
                '(' or ')' or '[' or ']' or '"' or '“' or '”' or '„' or '«' or '»' => true,
                _ => false,
            };
            if (cuts)
            {
                Add(start, i);
                start = i + 1;
                isQuoted = c is '"' or '“' or '”' or '„' or '«' or '»' && !isQuoted;
            }
            else if (i > start && isBehindBlank && IsMovementNumber(title.AsSpan(i)))
            {
                Add(start, i);
                start = i;
            }
        }

        Add(start, title.Length);
        return sections;

        void Add(int from, int to)
        {
            var text = title[from..to].Trim(' ', ',', '\'', '.');
            if (text.Length > 0)
            {
                sections.Add((text, isQuoted));
            }
        }
    }

    // "I. ", "IV ", "1. " before a word, but not "No. 5. ", where a number sign comes before it.
    private static bool IsMovementNumber(ReadOnlySpan<char> text)
    {
        var length = text.IndexOfAnyExcept("IVX");
        return length is > 0 and <= 4 && text[length] == '.' && length + 2 < text.Length && char.IsWhiteSpace(text[length + 1]) && char.IsLetter(text[length + 2]);
    }

    private sealed class Reading
    {
        private readonly List<string> _instruments = [];
        private readonly List<string> _catalogue = [];
        private readonly List<string> _part = [];
        private string? _composer;
        private string? _form;
        private int? _number;
        private string? _key;
        private int? _movement;

        private bool IsNamed => _catalogue.Count > 0 || (_form is not null && (_number is not null || _key is not null));

        // "Waltz #2" and "D 12" may be anything: a form with only a number, and a catalogue of one letter, need something else too.
        private bool IsCertain
            => _catalogue.Exists(entry => entry[1] != ' ' || entry[0] == 'k')
                || (_form is not null && (_catalogue.Count > 0 || _key is not null || (_number is not null && (_movement ?? (object?)_composer) is not null)));

        public Work? Result
            => IsNamed && IsCertain ? new(_composer, _form, _instruments, _number, _key, _catalogue, _movement, _part) : null;

        public void Take(string section, bool isQuoted, bool isFirst)
        {
            // "#5" and "n° 5" are numbers too.
            var written = section.Replace("#", " no ", StringComparison.Ordinal).Replace("n°", " no ", StringComparison.OrdinalIgnoreCase);
            var key = TextNormalizer.Key(written);
            var words = TextNormalizer.Words(key);
            if (words.Length == 0 || MusicWords.Credits.Contains(words[0]) || IsAboutRecording(key))
            {
                return;
            }

            if (isFirst && Composer(words) is { } composer)
            {
                _composer = composer;
            }
            else if (_movement is not null)
            {
                _part.AddRange(words);
            }
            else if (!(IsNamed && TakeMovement(section, words)) && !TakeFeatures(words) && IsNamed && !IsNickname(words, isQuoted))
            {
                _part.AddRange(words);
            }
        }

        // "Live", "Remastered 2010". But an introduction or an interlude is a movement's name.
        private static bool IsAboutRecording(string key)
        {
            var starts = new SpanList<int>(stackalloc int[TextNormalizer.UsualLength / 2]);
            var qualifier = new SpanList<char>(stackalloc char[TextNormalizer.UsualLength]);
            var isUnderstood = SegmentWords.Read(KeyWords.Of(key, ref starts), out var kinds, ref qualifier);
            qualifier.Dispose();
            starts.Dispose();
            return isUnderstood && kinds != VersionKinds.Interlude;
        }

        // "Eroica", or anything in quotes beside a symphony. Beside an opera it is an aria.
        private bool IsNickname(string[] words, bool isQuoted)
            => (isQuoted && _form is not null) || (words.Length == 1 && WorkWords.Nicknames.Contains(words[0]));

        private static string? Composer(string[] words)
            => words.Length <= 4 && WorkWords.Surnames.Contains(words[^1]) ? Performers.Surname(words[^1]) : null;

        private bool TakeMovement(string section, string[] words)
        {
            var at = words is [_, var sign, ..] && WorkWords.MovementWords.Contains(sign) ? 0
                : words is [var leading, _, ..] && WorkWords.MovementWords.Contains(leading) ? 1
                : 0;
            var hasSign = words.Length > 1 && WorkWords.MovementWords.Contains(words[1 - at]);
            var isPointed = section.AsSpan().IndexOf('.') is > 0 and <= 4;
            if (!(hasSign || isPointed || words.Length == 1) || NumberOf(words[at]) is not { } number)
            {
                return false;
            }

            // What comes between the work and its movement is a name of the work.
            _movement = number;
            _part.Clear();
            _part.AddRange(words.Skip(hasSign ? 2 : 1));
            return true;
        }

        private bool TakeFeatures(string[] words)
        {
            var found = false;
            for (var i = 0; i < words.Length; i++)
            {
                var word = words[i];
                if (WorkWords.Compounds.TryGetValue(word, out var compound))
                {
                    (_form, found) = (_form ?? compound.Form, true);
                    _instruments.Add(compound.Instrument);
                }
                else if (TakeKey(words, ref i) || TakeCatalogue(words, ref i))
                {
                    found = true;
                }
                else if (WorkWords.Forms.TryGetValue(word, out var form) && _form is null)
                {
                    (_form, found) = (form, true);
                    if (_number is null && i + 1 < words.Length && IsNumber(words[i + 1]))
                    {
                        // "Symphony 5".
                        _number = NumberOf(words[++i]);
                    }
                }
                else if (_number is null && WorkWords.NumberSigns.Contains(word) && i + 1 < words.Length && NumberOf(words[i + 1]) is { } number)
                {
                    (_number, found) = (number, true);
                    i++;
                }
                else if (WorkWords.Instruments.TryGetValue(word, out var instrument))
                {
                    _instruments.Add(instrument);
                }
            }

            return found;
        }

        // "c minor", "c sharp minor", "cis moll", "do diese mineur", "b flat major", "b dur".
        private bool TakeKey(string[] words, ref int i)
        {
            if (!WorkWords.Notes.TryGetValue(words[i], out var note) || _key is not null)
            {
                return false;
            }

            string? alteration = null;
            var hasAlteration = i + 2 < words.Length && WorkWords.Alterations.TryGetValue(words[i + 1], out alteration);
            var modeAt = i + (hasAlteration ? 2 : 1);
            if (modeAt >= words.Length || !WorkWords.Modes.TryGetValue(words[modeAt], out var mode))
            {
                return false;
            }

            // The German b is the English b flat, and the German h the English b.
            var isGerman = words[modeAt] is "dur" or "moll";
            note = words[i] == "b" && !isGerman ? "b" : note;
            _key = hasAlteration ? $"{note} {alteration} {mode}" : $"{note} {mode}";
            i = modeAt;
            return true;
        }

        // "opus 67", "opus 27 number 2", "k 550", "bwv 1007", "hob xvi 52".
        private bool TakeCatalogue(string[] words, ref int i)
        {
            var (letters, digits) = Split(words[i]);
            var next = digits.Length > 0 ? digits : i + 1 < words.Length ? words[i + 1] : "";
            if (!WorkWords.Catalogues.TryGetValue(letters, out var scheme) || next.Length == 0)
            {
                return false;
            }

            var at = digits.Length > 0 ? i : i + 1;
            if (scheme == "hob")
            {
                var entry = string.Join('/', words.Skip(i + 1).TakeWhile(word => NumberOf(word) is not null).Take(2));
                if (entry.Length == 0)
                {
                    return false;
                }

                _catalogue.Add($"hob {entry}");
                i += entry.Count(c => c == '/') + 1;
                return true;
            }

            if (!char.IsAsciiDigit(next[0]))
            {
                return false;
            }

            var isSub = scheme == "opus" && at + 2 < words.Length && WorkWords.NumberSigns.Contains(words[at + 1]) && NumberOf(words[at + 2]) is not null;
            var isSlashed = scheme == "opus" && !isSub && at + 1 < words.Length && IsNumber(words[at + 1]);
            _catalogue.Add(isSub ? $"{scheme} {next}/{NumberOf(words[at + 2])}" : isSlashed ? $"{scheme} {next}/{words[at + 1]}" : $"{scheme} {next}");
            i = at + (isSub ? 2 : isSlashed ? 1 : 0);
            return true;
        }

        private static (string Letters, string Digits) Split(string word)
        {
            var at = word.AsSpan().IndexOfAny(Digits);
            return at > 0 ? (word[..at], word[at..]) : (word, "");
        }

        private static bool IsNumber(string word) => word.Length <= 3 && word.All(char.IsAsciiDigit);

        private static int? NumberOf(string word)
            => IsNumber(word) ? int.Parse(word, CultureInfo.InvariantCulture)
                : word.Length is > 2 and <= 5 && word[^2..] is "st" or "nd" or "rd" or "th" && IsNumber(word[..^2]) ? NumberOf(word[..^2])
                : Roman(word);

        private static int? Roman(string word)
        {
            if (word.Length is 0 or > 6 || word.AsSpan().ContainsAnyExcept("ivx"))
            {
                return null;
            }

            var sum = 0;
            for (var i = 0; i < word.Length; i++)
            {
                var value = Value(word[i]);
                sum += i + 1 < word.Length && Value(word[i + 1]) > value ? -value : value;
            }

            return sum;

            static int Value(char letter) => letter switch { 'i' => 1, 'v' => 5, _ => 10 };
        }
    }
}
