namespace Spotter.Core.Matching.Text;

/// <summary>Turns away most words that a set does not hold by their first letter and length, before anything is hashed.</summary>
internal sealed class WordMask
{
    private const int Letters = 128;

    // For each first letter, a bit for each length; letters beyond ASCII share the last place.
    private readonly uint[] _lengths = new uint[Letters + 1];

    public WordMask(IEnumerable<string> words)
    {
        foreach (var word in words)
        {
            _lengths[Place(word[0])] |= Bit(word.Length);
        }
    }

    /// <summary>False where the word is surely not in the set.</summary>
    public bool MayHold(ReadOnlySpan<char> word) => word.Length > 0 && (_lengths[Place(word[0])] & Bit(word.Length)) != 0;

    private static int Place(char first) => Math.Min((int)first, Letters);

    private static uint Bit(int length) => 1u << Math.Min(length, 31);
}
