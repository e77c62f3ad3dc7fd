using System.Globalization;
using System.Text;

namespace Spotter.Web.Wording;

/// <summary>
/// A text with named arguments, in the part of ICU's message format that translators need: {Name}, {Name, format}, and {Name, plural, =0
/// {…} one {…} other {…}} with # for the number. Beyond ICU, a plural may have a text for a missing number: none {…}. Apostrophes have no
/// special meaning, and braces always mark an argument.
/// </summary>
public sealed class MessageTemplate
{
    private readonly IReadOnlyList<Part> _parts;

    private MessageTemplate(IReadOnlyList<Part> parts) => _parts = parts;

    /// <summary>Formats the value of an argument.</summary>
    public delegate string Writer(object? value, string? format, CultureInfo culture);

    /// <summary>The names of its arguments.</summary>
    public IReadOnlySet<string> Arguments => NamesIn(_parts).ToHashSet(StringComparer.Ordinal);

    /// <summary>Parses a text.</summary>
    /// <exception cref="FormatException">A brace has no partner, or a choice has no "other".</exception>
    public static MessageTemplate Parse(string text)
    {
        var position = 0;
        var parts = ParseParts(text, ref position, isNested: false);
        return new(parts);
    }

    /// <summary>The text with its arguments filled in.</summary>
    /// <param name="find">Returns the value of a name.</param>
    /// <param name="write">Formats a value.</param>
    /// <param name="culture">The language's culture.</param>
    public string Fill(Func<string, object?> find, Writer write, CultureInfo culture)
    {
        var text = new StringBuilder();
        Fill(text, _parts, number: null, find, write, culture);
        return text.ToString();
    }

    private static void Fill(StringBuilder text, IReadOnlyList<Part> parts, object? number, Func<string, object?> find, Writer write, CultureInfo culture)
    {
        foreach (var part in parts)
        {
            switch (part)
            {
                case Text plain:
                    text.Append(plain.Value);
                    break;
                case Number:
                    text.Append(write(number, null, culture));
                    break;
                case Argument argument:
                    text.Append(write(find(argument.Name), argument.Format, culture));
                    break;
                case Plural plural:
                    var value = find(plural.Name);
                    Fill(text, Choose(plural, value), value, find, write, culture);
                    break;
            }
        }
    }

    private static IReadOnlyList<Part> Choose(Plural plural, object? value)
    {
        if (value is null)
        {
            return plural.Cases.GetValueOrDefault("none") ?? [];
        }

        var number = Convert.ToInt64(value, CultureInfo.InvariantCulture);
        return plural.Cases.GetValueOrDefault(string.Create(CultureInfo.InvariantCulture, $"={number}"))
            ?? plural.Cases.GetValueOrDefault(CategoryOf(number))
            ?? plural.Cases["other"];
    }

    /// <summary>The category of Unicode's plural rules. English and similar languages have two. A language with more needs its rule here,
    /// by its culture.</summary>
    private static string CategoryOf(long number) => number == 1 ? "one" : "other";

    private static List<Part> ParseParts(string text, ref int position, bool isNested)
    {
        var parts = new List<Part>();
        var start = position;
        while (position < text.Length)
        {
            var c = text[position];
            if (c == '}' && isNested)
            {
                break;
            }

            if (c is not ('{' or '}' or '#') || (c == '#' && !isNested))
            {
                position++;
                continue;
            }

            AddText(parts, text[start..position]);
            parts.Add(c switch
            {
                '#' => new Number(),
                '{' => ParseArgument(text, ref position),
                _ => throw new FormatException($"A brace is closed that was not opened: {text}"),
            });
            position += c == '#' ? 1 : 0;
            start = position;
        }

        AddText(parts, text[start..position]);
        return parts;
    }

    private static void AddText(List<Part> parts, string text)
    {
        if (text.Length > 0)
        {
            parts.Add(new Text(text));
        }
    }

    private static Part ParseArgument(string text, ref int position)
    {
        position++;
        var name = ReadWord(text, ref position);
        if (TryRead(text, ref position, '}'))
        {
            return new Argument(name, null);
        }

        Expect(text, ref position, ',');
        var format = ReadWord(text, ref position);
        if (TryRead(text, ref position, '}'))
        {
            return new Argument(name, format);
        }

        Expect(text, ref position, ',');
        if (format != "plural")
        {
            throw new FormatException($"There is no choice \"{format}\": {text}");
        }

        var cases = new Dictionary<string, IReadOnlyList<Part>>(StringComparer.Ordinal);
        while (!TryRead(text, ref position, '}'))
        {
            var key = ReadWord(text, ref position);
            Expect(text, ref position, '{');
            cases[key] = ParseParts(text, ref position, isNested: true);
            Expect(text, ref position, '}');
        }

        return cases.ContainsKey("other") ? new Plural(name, cases) : throw new FormatException($"A choice has no \"other\": {text}");
    }

    private static string ReadWord(string text, ref int position)
    {
        SkipSpace(text, ref position);
        var start = position;
        while (position < text.Length && (char.IsLetterOrDigit(text[position]) || text[position] == '='))
        {
            position++;
        }

        return position > start ? text[start..position] : throw new FormatException($"A word is missing at {start}: {text}");
    }

    private static bool TryRead(string text, ref int position, char expected)
    {
        SkipSpace(text, ref position);
        if (position >= text.Length || text[position] != expected)
        {
            return false;
        }

        position++;
        return true;
    }

    private static void Expect(string text, ref int position, char expected)
    {
        if (!TryRead(text, ref position, expected))
        {
            throw new FormatException($"\"{expected}\" is missing at {position}: {text}");
        }
    }

    private static void SkipSpace(string text, ref int position)
    {
        while (position < text.Length && text[position] == ' ')
        {
            position++;
        }
    }

    private static IEnumerable<string> NamesIn(IEnumerable<Part> parts) => parts.SelectMany(part => part switch
    {
        Argument argument => [argument.Name],
        Plural plural => plural.Cases.Values.SelectMany(NamesIn).Prepend(plural.Name),
        _ => Array.Empty<string>(),
    });

    private abstract record Part;

    private sealed record Text(string Value) : Part;

    private sealed record Number : Part;

    private sealed record Argument(string Name, string? Format) : Part;

    private sealed record Plural(string Name, IReadOnlyDictionary<string, IReadOnlyList<Part>> Cases) : Part;
}
