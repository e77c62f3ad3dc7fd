using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Spotter.Core.Events;

namespace Spotter.PostgreSql;

/// <summary>An event as the text of a notification: the process that sent it, the kind of event, and its values as JSON.</summary>
internal static class EventMessage
{
    /// <summary>PostgreSQL refuses longer ones (https://www.postgresql.org/docs/current/sql-notify.html).</summary>
    private const int MostBytes = 7999;

    private const char Separator = ' ';

    private static readonly JsonSerializerOptions Options = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly Dictionary<string, Type> Kinds = typeof(IUserEvent).Assembly.GetTypes()
        .Where(type => type is { IsInterface: false, IsAbstract: false } && type.IsAssignableTo(typeof(IUserEvent)))
        .ToDictionary(type => type.Name, StringComparer.Ordinal);

    /// <summary>The texts to send. One, or several if the event names more rows than fit into one. None if its values do not fit at all: then
    /// the next read shows what happened.</summary>
    public static IEnumerable<string> Write(string sender, IUserEvent userEvent)
    {
        var text = string.Concat(sender, Separator, userEvent.GetType().Name, Separator, JsonSerializer.Serialize(userEvent, userEvent.GetType(), Options));
        if (Encoding.UTF8.GetByteCount(text) <= MostBytes)
        {
            return [text];
        }

        return userEvent is TrackMatchChanged { PlaylistIds.Count: > 1 } or TrackMatchChanged { TrackIds.Count: > 1 }
            ? Halves((TrackMatchChanged)userEvent).SelectMany(half => Write(sender, half))
            : [];
    }

    /// <summary>The event of a text. Null if this process sent it, or a version that knows other events.</summary>
    public static IUserEvent? Read(string text, string self)
    {
        if (text.Split(Separator, 3) is not [var sender, var kind, var values] || sender == self || !Kinds.TryGetValue(kind, out var type))
        {
            return null;
        }

        try
        {
            return (IUserEvent?)JsonSerializer.Deserialize(values, type, Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IEnumerable<TrackMatchChanged> Halves(TrackMatchChanged changed)
        => changed.PlaylistIds.Count > changed.TrackIds.Count
            ? changed.PlaylistIds.Chunk((changed.PlaylistIds.Count + 1) / 2).Select(ids => changed with { PlaylistIds = ids })
            : changed.TrackIds.Chunk((changed.TrackIds.Count + 1) / 2).Select(ids => changed with { TrackIds = ids });
}
