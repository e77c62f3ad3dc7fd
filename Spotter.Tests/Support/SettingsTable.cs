using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text;
using System.Text.Json;
using Spotter.Core.Settings;
using Spotter.Web.Settings;

namespace Spotter.Tests.Support;

/// <summary>The rows that describe the settings. They come from the example file with its comments, and from what the options types
/// allow.</summary>
public sealed class SettingsTable
{
    private readonly IReadOnlyList<SettingsSection> _sections;
    private readonly List<(string Group, string Row)> _rows = [];
    private readonly List<string> _path = [];
    private readonly List<string> _comment = [];

    public SettingsTable(IReadOnlyList<SettingsSection> sections, byte[] example)
    {
        _sections = sections;
        var reader = new Utf8JsonReader(example, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Allow });
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.Comment:
                    _comment.Add(reader.GetComment().Trim());
                    break;
                case JsonTokenType.PropertyName:
                    _path.Add(reader.GetString()!);
                    Read(ref reader);
                    break;
                case JsonTokenType.EndObject when _path.Count > 0:
                    _path.RemoveAt(_path.Count - 1);
                    break;
                default:
                    _comment.Clear(); // the first comment of the file is about all settings
                    break;
            }
        }
    }

    /// <summary>The first part of every key, each once.</summary>
    public IEnumerable<string> Groups => _rows.Select(row => row.Group).Distinct();

    /// <summary>The table of the settings whose keys begin with these parts.</summary>
    public string Draw(params IEnumerable<string> groups)
        => "| key | default | allowed | meaning |\n|---|---|---|---|\n"
            + string.Concat(groups.SelectMany(group => _rows.Where(row => row.Group == group)).Select(row => row.Row));

    /// <summary>A value becomes a row. An object that is not empty leads to further keys.</summary>
    private void Read(ref Utf8JsonReader reader)
    {
        reader.Read();
        var value = Encoding.UTF8.GetString(reader.ValueSpan);
        if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
        {
            var inner = reader;
            inner.Read();
            if (inner.TokenType is not (JsonTokenType.EndObject or JsonTokenType.EndArray))
            {
                return;
            }

            reader = inner;
            value = "";
        }

        AddRow(string.Join(':', _path), value);
        _path.RemoveAt(_path.Count - 1);
        _comment.Clear();
    }

    private void AddRow(string key, string value)
    {
        Assert.True(_comment.Count > 0, $"{key} has no comment in the example.");
        var property = _sections.FirstOrDefault(section => section.Name == string.Join(':', _path[..^1]))?.Type.GetProperty(_path[^1]);
        var none = property?.GetCustomAttribute<DisplayFormatAttribute>()?.NullDisplayText ?? "none";
        var allowed = property is null || SettingsCheck.Allowed(property) is "a text" ? "" : SettingsCheck.Allowed(property);
        _rows.Add((_path[0], $"| `{key}` | {(value.Length == 0 ? none : $"`{value}`")} | {allowed} | {string.Join(' ', _comment)} |\n"));
    }
}
