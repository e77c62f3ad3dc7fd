using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Spotter.Navidrome.Demo;

/// <summary>An envelope in XML, the protocol's format for callers that do not ask for JSON: plain values are attributes, the rest are
/// elements.</summary>
internal static class DemoXml
{
    private static readonly XNamespace Namespace = "http://subsonic.org/restapi";

    public static string Write(JsonObject envelope)
    {
        var (name, content) = envelope.Single();
        return new XDocument(Element(name, content!.AsObject())).ToString(SaveOptions.DisableFormatting);
    }

    private static XElement Element(string name, JsonObject node)
    {
        var element = new XElement(Namespace + name);
        foreach (var (key, value) in node)
        {
            switch (value)
            {
                case JsonObject child:
                    element.Add(Element(key, child));
                    break;
                case JsonArray array:
                    element.Add(array.Select(item => item is JsonObject child ? Element(key, child) : new XElement(Namespace + key, Text(item))));
                    break;
                default:
                    element.SetAttributeValue(key, Text(value));
                    break;
            }
        }

        return element;
    }

    private static string Text(JsonNode? value)
        => value is null ? "" : value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString();
}
