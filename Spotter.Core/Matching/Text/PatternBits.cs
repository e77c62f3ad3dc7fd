using System.Runtime.CompilerServices;

namespace Spotter.Core.Matching.Text;

/// <summary>The positions of each letter in a pattern of up to 64 letters, as bits of a word: the lookup of bit-parallel comparison for
/// every letter of the text.</summary>
internal ref struct PatternBits
{
    /// <summary>The longest pattern.</summary>
    public const int Longest = 64;

    private const int Slots = 2 * Longest;

    // Indexed by the last seven bits of the letter, so that ASCII is found at once. Other letters take the next free slot.
    private Bits _bits;
    private Letters _letters;

    public PatternBits(scoped ReadOnlySpan<char> pattern)
    {
        for (var i = 0; i < pattern.Length; i++)
        {
            var slot = pattern[i] & (Slots - 1);
            while (_bits[slot] != 0 && _letters[slot] != pattern[i])
            {
                slot = (slot + 1) & (Slots - 1);
            }

            _letters[slot] = pattern[i];
            _bits[slot] |= 1UL << i;
        }
    }

    /// <summary>The positions of a letter.</summary>
    public readonly ulong this[char letter]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            var slot = letter & (Slots - 1);
            var bits = _bits[slot];
            return bits == 0 || _letters[slot] == letter ? bits : Further(letter, slot);
        }
    }

    private readonly ulong Further(char letter, int slot)
    {
        do
        {
            slot = (slot + 1) & (Slots - 1);
        }
        while (_bits[slot] != 0 && _letters[slot] != letter);
        return _bits[slot];
    }

    [InlineArray(Slots)]
    private struct Bits
    {
        private ulong _first;
    }

    [InlineArray(Slots)]
    private struct Letters
    {
        private char _first;
    }
}
