namespace Spotter.Core.Matching.Aliases;

/// <summary>Reads an artist's sort name: for an artist in another script it is often the only name in Latin letters.</summary>
internal static class SortedName
{
    /// <summary>"Fujii, Kaze" for "藤井風": "Kaze Fujii" and "Fujii Kaze". Nothing for a name in Latin letters, whose sort name only changes
    /// the order.</summary>
    public static IEnumerable<string> Readings(string name, string sortName)
    {
        if (LettersOf.AreLatin(name) || !LettersOf.AreLatin(sortName))
        {
            return [];
        }

        return sortName.Split(", ") is [var last, var first] ? [$"{first} {last}", $"{last} {first}"] : [sortName];
    }
}
