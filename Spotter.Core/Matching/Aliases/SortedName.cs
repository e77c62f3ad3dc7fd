namespace Spotter.Core.Matching.Aliases;

/// <summary>Reads the name by which a catalogue sorts: of an artist in other letters it is often the only name in Latin ones.</summary>
internal static class SortedName
{
    /// <summary>"Fujii, Kaze" for "藤井風": "Kaze Fujii" and "Fujii Kaze". Nothing for a name in Latin letters, which it would only turn around.</summary>
    public static IEnumerable<string> Readings(string name, string sortName)
    {
        if (LettersOf.AreLatin(name) || !LettersOf.AreLatin(sortName))
        {
            return [];
        }

        return sortName.Split(", ") is [var last, var first] ? [$"{first} {last}", $"{last} {first}"] : [sortName];
    }
}
