using System.Text;
using System.Text.Json;

namespace Spotter.Core.Providers.Mixtapes;

/// <summary>
/// Reads the songs out of a model's words. Lenient, since small models wrap their JSON in prose and fences and break off in the middle; and
/// bounded, since nobody knows what comes. Nothing of it is ever more than a name to look up.
/// </summary>
public static class MixtapeAnswerReader
{
    /// <summary>Rows that are read; nobody can ask for as many.</summary>
    public const int MostSongs = 500;

    /// <summary>Characters that are looked at.</summary>
    public const int MostCharacters = 256 * 1024;

    /// <summary>Characters of a name.</summary>
    public const int MostOfName = 200;

    private const int MostBeginnings = 50;
    private const string ThinkingEndTag = "</think>";

    private static readonly JsonReaderOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 32 };

    private static readonly string[] TitleNames = ["title", "song", "track", "name"];
    private static readonly string[] ArtistNames = ["artist", "artists"];

    /// <summary>What can be read; no songs where there is nothing.</summary>
    /// <param name="text">The model's words.</param>
    public static MixtapeAnswer Read(string? text)
    {
        var words = text ?? "";
        var isWhole = words.Length <= MostCharacters;
        words = isWhole ? words : words[..MostCharacters];

        // Models that think aloud may try songs out before they answer.
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
            // A broken character must not end the reading.
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
                    // What stands behind it is prose.
                    return new(songs, IsWhole: true);
                }
            }

            return new(songs, IsWhole: true);
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            // Cut off, or no JSON: what was complete until there counts.
            return new(songs, IsWhole: false);
        }
    }

    /// <summary>What an object has said so far that makes a song of it.</summary>
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
