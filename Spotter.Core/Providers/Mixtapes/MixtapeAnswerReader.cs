using System.Text;
using System.Text.Json;

namespace Spotter.Core.Providers.Mixtapes;

/// <summary>
/// Reads the songs from a model's answer. It is lenient, since small models wrap their JSON in prose and code fences and stop in the
/// middle, and it has limits, since the answer can be anything. The result is only ever a name to look up.
/// </summary>
public static class MixtapeAnswerReader
{
    /// <summary>The maximum number of songs that are read, more than can be asked for.</summary>
    public const int MostSongs = 500;

    /// <summary>The maximum number of characters that are read.</summary>
    public const int MostCharacters = 256 * 1024;

    /// <summary>The maximum number of characters of a name.</summary>
    public const int MostOfName = 200;

    private const int MostBeginnings = 50;
    private const string ThinkingEndTag = "</think>";

    private static readonly JsonReaderOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 32 };

    private static readonly string[] TitleNames = ["title", "song", "track", "name"];
    private static readonly string[] ArtistNames = ["artist", "artists"];

    /// <summary>The songs that can be read. None if there are none.</summary>
    /// <param name="text">The model's answer.</param>
    public static MixtapeAnswer Read(string? text)
    {
        var words = text ?? "";
        var isWhole = words.Length <= MostCharacters;
        words = isWhole ? words : words[..MostCharacters];

        // Models that think aloud may try out songs before they answer.
        var thought = words.LastIndexOf(ThinkingEndTag, StringComparison.OrdinalIgnoreCase);
        words = thought < 0 ? words : words[(thought + ThinkingEndTag.Length)..];
        for (int at = words.AsSpan().IndexOfAny('{', '['), tries = 0; at >= 0 && tries < MostBeginnings; tries++)
        {
            var answer = ReadFrom(words[at..]);
            if (answer.Songs.Count > 0)
            {
                return answer with { IsWhole = answer.IsWhole && isWhole };
            }

            var next = words.AsSpan(at + 1).IndexOfAny('{', '[');
            at = next < 0 ? -1 : at + 1 + next;
        }

        return new([], IsWhole: false);
    }

    private static MixtapeAnswer ReadFrom(string json)
    {
        var songs = new List<NamedSong>();
        try
        {
            // Encoded here, since a broken surrogate must not end the reading.
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json), Lenient);
            var open = new Stack<Fields>();
            while (reader.Read())
            {
                switch (reader.TokenType)
                {
                    case JsonTokenType.StartObject:
                        open.Push(new Fields());
                        break;
                    case JsonTokenType.EndObject when open.Pop() is { Title.Length: > 0 } song:
                        if (songs.Count == MostSongs)
                        {
                            return new(songs, IsWhole: false);
                        }

                        songs.Add(new NamedSong(song.Title, song.Artist, song.Album.Length == 0 ? null : song.Album));
                        break;
                    case JsonTokenType.PropertyName when open.TryPeek(out var fields):
                        fields.Name = reader.GetString() ?? "";
                        break;
                    case JsonTokenType.String when open.TryPeek(out var fields):
                        fields.Take(reader.GetString());
                        break;
                }

                if (reader.CurrentDepth == 0 && reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
                {
                    // Prose may follow.
                    return new(songs, IsWhole: true);
                }
            }

            return new(songs, IsWhole: true);
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            // Cut off, or not JSON: everything complete until here counts.
            return new(songs, IsWhole: false);
        }
    }

    /// <summary>The fields of an object that is being read, as far as they make a song.</summary>
    private sealed class Fields
    {
        public string Name { get; set; } = "";

        public string Title { get; private set; } = "";

        public string Artist { get; private set; } = "";

        public string Album { get; private set; } = "";

        public void Take(string? value)
        {
            var text = UntrustedText.Clean(value, MostOfName);
            if (Title.Length == 0 && IsOneOf(TitleNames))
            {
                Title = text;
            }
            else if (Artist.Length == 0 && IsOneOf(ArtistNames))
            {
                Artist = text;
            }
            else if (Album.Length == 0 && IsOneOf("album"))
            {
                Album = text;
            }
        }

        private bool IsOneOf(params ReadOnlySpan<string> names)
        {
            foreach (var name in names)
            {
                if (Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                {
                    return true;
                }
            }

            return false;
        }
    }
}
