using System.Text.Json;

namespace Spotter.Core.Facts;

/// <summary>Facts in text columns, as JSON. Rows of earlier versions contain sentences instead, which can still be read.</summary>
public static class FactText
{
    /// <summary>Every stored fact begins with this, and no sentence does.</summary>
    private const string Beginning = $"{{\"{Fact.Discriminator}\":\"";

    /// <summary>The text to store.</summary>
    public static string Write(Fact fact) => fact switch
    {
        Fact.SaidBefore before => before.Text,
        Fact.Unread unread => unread.Text,
        _ => JsonSerializer.Serialize(fact, FactJson.Stored.Fact),
    };

    /// <summary>Reads a stored text. It never fails: a sentence becomes <see cref="Fact.SaidBefore"/>, and a fact of a later version
    /// becomes <see cref="Fact.Unread"/>.</summary>
    public static Fact Read(string text)
    {
        if (!text.StartsWith(Beginning, StringComparison.Ordinal))
        {
            return new Fact.SaidBefore(text);
        }

        try
        {
            return JsonSerializer.Deserialize(text, FactJson.Stored.Fact) ?? new Fact.SaidBefore(text);
        }
        catch (JsonException)
        {
            return new Fact.Unread(CodeOf(text), text);
        }
    }

    private static string CodeOf(string text)
    {
        var rest = text.AsSpan(Beginning.Length);
        return rest.IndexOf('"') is >= 0 and var end ? rest[..end].ToString() : "";
    }
}
