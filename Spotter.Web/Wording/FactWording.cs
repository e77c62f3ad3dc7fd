using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Localization;
using Spotter.Core.Facts;

namespace Spotter.Web.Wording;

/// <summary>Puts facts into words, alike for pages, API, notifications and log. The texts are resources, one file per language.</summary>
public sealed class FactWording(IStringLocalizer<FactTexts> texts) : IFactWording
{
    private static readonly Dictionary<Type, string> Codes = typeof(Fact).GetCustomAttributes<JsonDerivedTypeAttribute>()
        .ToDictionary(derived => derived.DerivedType, derived => (string)derived.TypeDiscriminator!);

    private static readonly ConcurrentDictionary<Type, Dictionary<string, PropertyInfo>> Properties = new();

    private const string Error = "error";
    private const string StoredError = "\"error\":{";

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ConcurrentDictionary<string, MessageTemplate> _templates = new(StringComparer.Ordinal);

    /// <summary>The code of a fact, which is also the key of its text.</summary>
    public static string CodeOf(Type fact) => Codes[fact];

    /// <summary>The fact in words. Null if there is none.</summary>
    [return: NotNullIfNotNull(nameof(fact))]
    public string? Say(Fact? fact)
    {
        if (fact is null)
        {
            return null;
        }

        var arguments = Properties.GetOrAdd(fact.GetType(), type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .ToDictionary(property => property.Name, StringComparer.Ordinal));
        return Find(CodeOf(fact.GetType())).Fill(
            name => arguments.TryGetValue(name, out var property) ? property.GetValue(fact) : null, Write, CultureInfo.GetCultureInfo(texts["_language"].Value));
    }

    string IFactWording.Say(Fact fact) => Say(fact);

    /// <summary>The figures of a line of the audit log as JSON, with the error in words.</summary>
    public string SayFigures(string metadata)
    {
        if (!metadata.Contains(StoredError, StringComparison.Ordinal) || JsonNode.Parse(metadata) is not JsonObject figures || figures[Error] is not JsonObject error)
        {
            return metadata;
        }

        figures[Error] = Say(FactText.Read(error.ToJsonString(Plain)));
        return figures.ToJsonString(Plain);
    }

    private MessageTemplate Find(string code)
    {
        var text = texts[code];
        return text.ResourceNotFound
            ? throw new InvalidOperationException($"There are no words for \"{code}\".")
            : _templates.GetOrAdd(text.Value, MessageTemplate.Parse);
    }

    private string Write(object? value, string? format, CultureInfo culture) => value switch
    {
        null => "",
        Fact fact => Say(fact),
        FactList facts => string.Join(format == "list" ? texts["_list.separator"].Value : " ", facts.Select(Say)),
        ServerName { Own: { } own } => format == "place" ? Find("_server.place.named").Fill(_ => own, Write, culture) : own,
        ServerName => texts[format is null ? "_server" : $"_server.{format}"].Value,
        ServiceName { Own: { } own } => own,
        ServiceName => texts[format is null ? "_service" : $"_service.{format}"].Value,
        IFormattable number when format == "plain" => number.ToString(null, CultureInfo.InvariantCulture),
        IFormattable number => number.ToString("N0", culture),
        _ => Isolate(value.ToString() ?? ""),
    };

    // A name that is written from right to left turns only itself around, and not the sentence (Unicode's first-strong isolate).
    private static string Isolate(string text) => text.EnumerateRunes().Any(IsRightToLeft) ? $"\u2068{text}\u2069" : text;

    // The blocks of the scripts that are written so, as Unicode reserves them (DerivedBidiClass).
    private static bool IsRightToLeft(Rune rune)
        => rune.Value is (>= 0x0590 and <= 0x08FF) or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFF) or (>= 0x10800 and <= 0x10FFF) or (>= 0x1E800 and <= 0x1EFFF);
}
