using System.Text.RegularExpressions;

namespace Spotter.Tests.Navidrome.Recordings;

/// <summary>The placeholders in a recording for values that differ each time, such as ids, users and passwords, with their values
/// here.</summary>
internal sealed partial class RecordedNames
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    /// <summary>Sets the value of a placeholder.</summary>
    public void Set(string name, string value) => _values[name] = value;

    public string? Find(string name) => _values.GetValueOrDefault(name);

    /// <summary>A recorded text with its placeholders filled in.</summary>
    public string Fill(string text) => Name().Replace(text, match => _values.TryGetValue(match.Groups["name"].Value, out var value) ? value : match.Value);

    /// <summary>Whether the text is the recorded one. A new placeholder gets the value that is found in its place.</summary>
    public bool IsSame(string recorded, string actual)
    {
        var pattern = "^" + string.Concat(Name().Replace(recorded, "\0").Split('\0').Zip(Name().Matches(recorded).Select(match => match.Value).Append(""), Pattern)) + "$";
        var match = Regex.Match(actual, pattern, RegexOptions.Singleline | RegexOptions.CultureInvariant);
        if (!match.Success)
        {
            return false;
        }

        var known = new HashSet<string>(_values.Values, StringComparer.Ordinal);
        var names = Name().Matches(recorded).Select(one => one.Groups["name"].Value).Where(IsNew).Distinct().ToList();
        foreach (var name in names)
        {
            var value = match.Groups[GroupOf(name)].Value;
            // Two placeholders have two values.
            if (!known.Add(value))
            {
                return false;
            }

            _values[name] = value;
        }

        return true;
    }

    private static string Kind(string name) => name.Split(':')[0];

    private static string GroupOf(string name) => "n" + Convert.ToHexString(System.Text.Encoding.UTF8.GetBytes(name));

    private bool IsNew(string name) => Kind(name) is not ("time" or "int" or "str" or "version") && !_values.ContainsKey(name);

    private string Pattern(string literal, string name)
    {
        var bare = name.Trim('{', '}');
        return Regex.Escape(literal) + (name.Length == 0 ? "" : Kind(bare) switch
        {
            "time" => @"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z",
            "int" => @"\d+",
            "str" => ".*",
            "version" => "[0-9a-f]+",
            _ when _values.TryGetValue(bare, out var value) => Regex.Escape(value),
            _ => $"(?<{GroupOf(bare)}>[^/:_]+)",
        });
    }

    /// <summary>"{song:3}", "{time}", "{music}".</summary>
    [GeneratedRegex(@"\{(?<name>(?:song|albumId|artistId|list|other|user|userid|password):[A-Za-z0-9]+|time|int|str|version|music)\}")]
    private static partial Regex Name();
}
