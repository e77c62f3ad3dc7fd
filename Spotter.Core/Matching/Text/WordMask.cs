namespace Spotter.Core.Matching.Text;

/// <summary>Rejects most words that are not in a set by their first letter and length, before anything is hashed.</summary>
internal sealed class WordMask
{
    private const int Letters = 128;

    // For each first letter, one bit per length. Non-ASCII letters share the last slot.
    private readonly uint[] _lengths = new uint[Letters + 1];

    public WordMask(IEnumerable<string> words)
    {
        foreach (var word in words)
        {
            _lengths[Place(word[0])] |= Bit(word.Length);
        }
    }

    /// <summary>False if the word is certainly not in the set.</summary>
    public bool MayHold(ReadOnlySpan<char> word) => word.Length > 0 && (_lengths[Place(word[0])] & Bit(word.Length)) != 0;

    private static int Place(char first) => Math.Min((int)first, Letters);

    private static uint Bit(int length) => 1u << Math.Min(length, 31);
}
