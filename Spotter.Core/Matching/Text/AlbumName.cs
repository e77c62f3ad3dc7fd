namespace Spotter.Core.Matching.Text;

/// <summary>A parsed album name.</summary>
/// <param name="Key">The whole name as a key.</param>
/// <param name="BaseKey">The name without decoration ("Deluxe Edition", "Single").</param>
/// <param name="Version">What the name says about its recordings: "Live at …", "Unplugged".</param>
/// <param name="IsCompilation">Whether its name is that of a compilation.</param>
public sealed record AlbumName(string Key, string BaseKey, TitleVersion Version, bool IsCompilation)
{
    /// <summary>Whether it is the name of one disc of an album: "CD2", "Disc 1: The Remixes".</summary>
    public bool IsDisc => TextNormalizer.Words(Key) is [var word, ..] && (word is "cd" or "disc" or "disk" or "disque" or "cd1" or "cd2" or "cd3" or "cd4" or "disc1" or "disc2");

    // The versions that an album's name applies to all of its recordings. Remixes and medleys are single songs.
    private const VersionKinds Telling = VersionKinds.Live | VersionKinds.Acoustic | VersionKinds.Instrumental | VersionKinds.Karaoke
        | VersionKinds.Chiptune | VersionKinds.Session | VersionKinds.Demo | VersionKinds.Orchestral;

    /// <summary>Parses an album's name. Null if there is none.</summary>
    public static AlbumName? Of(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return null;
        }

        var title = TitleParser.Parse(name);
        var key = TextNormalizer.Key(name);
        return new(key, title.Key, VersionOf(title, key), MusicWords.CompilationPhrases.Any(phrase => HasPhrase(key, phrase)));
    }

    /// <summary>The similarity of two albums: 1 if equal, 0.95 if equal except for decoration.</summary>
    public static double Similarity(AlbumName a, AlbumName b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        if (a.Key == b.Key)
        {
            return 1;
        }

        if (a.BaseKey == b.BaseKey)
        {
            return 0.95;
        }

        var similarity = Levenshtein.Similarity(a.BaseKey, b.BaseKey, 0.8);
        return similarity >= 0.8 ? similarity * 0.9 : 0;
    }

    private static TitleVersion VersionOf(ParsedTitle title, string key)
    {
        var words = TextNormalizer.Words(title.Key);
        var kinds = title.Version.Kinds;
        var qualifier = title.Version.Qualifier;
        var opensLive = words is ["live", "at" or "from" or "in" or "on", _, ..] or ["live"] or ["live", [>= '0' and <= '9', ..]];
        if (opensLive || words is [.., "live"] or [.., "live", [.., >= '0' and <= '9']] or [_, _, .., "concert"] or [.., "concert", "in" or "at" or "from", _] or [.., "concert", "in" or "at" or "from", _, _] || HasPhrase(key, "in concert") || HasPhrase(key, "en vivo") || HasPhrase(key, "ao vivo"))
        {
            kinds |= VersionKinds.Live;
            qualifier = [.. qualifier, .. words.Where(word => word != "live" && !MusicWords.SmallWords.Contains(word))];
        }

        if (words is [.., "sessions" or "session"])
        {
            kinds |= VersionKinds.Session;
            qualifier = [.. qualifier, .. words.Where(word => !MusicWords.SmallWords.Contains(word))];
        }

        kinds |= HasPhrase(key, "unplugged") ? VersionKinds.Acoustic | VersionKinds.Live : VersionKinds.None;
        kinds |= HasPhrase(key, "karaoke") ? VersionKinds.Karaoke : VersionKinds.None;
        kinds |= HasPhrase(key, "8 bit") ? VersionKinds.Chiptune : VersionKinds.None;
        kinds |= HasPhrase(key, "instrumentals") ? VersionKinds.Instrumental : VersionKinds.None;
        kinds &= Telling;
        return kinds == VersionKinds.None ? TitleVersion.Plain : new(kinds, qualifier);
    }

    private static bool HasPhrase(string key, string phrase)
    {
        var at = key.IndexOf(phrase, StringComparison.Ordinal);
        return at >= 0 && (at == 0 || key[at - 1] == ' ') && (at + phrase.Length == key.Length || key[at + phrase.Length] == ' ');
    }
}
