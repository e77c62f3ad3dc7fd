using System.Globalization;
using System.Text;
using Spotter.Core.Formats.Text;
using Spotter.Core.Matching.Text;

namespace Spotter.Tests.Core.Matching.Text;

/// <summary>
/// Rows of combining marks. Normalisation sorts a row by Unicode's combining classes, moving marks past each other, which costs the square
/// of the row's length. These tests count what is passed to it.
/// </summary>
public sealed class MarkRowTests
{
    // Above, below, above, below: each mark that belongs further forward passes all that are wrongly before it.
    private static string Row(int length) => string.Concat(Enumerable.Range(0, length).Select(i => i % 2 == 0 ? '\u0301' : '\u0323'));

    public static TheoryData<string, string> Rows => new()
    {
        { "marks on a letter", "a" },
        { "marks that are the whole text", "" },
        { "marks of another script", "\u05D0" },
        { "marks beyond the first plane", "\uD834\uDD65" },
        { "half-width marks, which are letters by category", "\uFF76\uFF9E" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_row_of_any_length_is_put_in_order_by_the_same_work(string what, string before)
    {
        _ = what;
        var few = Moves(Folded(before + Row(100)));
        var many = Moves(Folded(before + Row(10_000)));

        Assert.Equal(few, many);
        Assert.InRange(many, 0, FoldedLetters.LongestRow * FoldedLetters.LongestRow);
    }

    [Fact]
    public void Many_short_rows_are_work_in_proportion_to_their_number()
    {
        var few = Moves(Folded(string.Concat(Enumerable.Repeat("e" + Row(10), 100))));
        var many = Moves(Folded(string.Concat(Enumerable.Repeat("e" + Row(10), 1_000))));

        Assert.Equal(10 * few, many);
    }

    [Fact]
    public void A_row_that_somebody_might_write_is_read_to_its_end()
    {
        var written = "e" + string.Concat(Enumerable.Repeat("\u0301", FoldedLetters.LongestRow));

        Assert.Equal(written.Normalize(NormalizationForm.FormKC), TextNormalizer.MarkedKey(written));
        Assert.Equal(TextNormalizer.MarkedKey(written), TextNormalizer.MarkedKey(written + "\u0301"));
    }

    [Fact]
    public void A_column_name_of_marks_is_the_name_without_them()
        => Assert.Equal("title", HeaderName.Normalize("Ti" + Row(10_000) + "tle" + "\uD800"));

    // The text as it is before normalisation.
    private static string Folded(string text)
    {
        var folded = new SpanList<char>(stackalloc char[TextNormalizer.UsualLength]);
        new FoldedLetters(letter => letter, dropsMarks: false).TryFold(text, ref folded);
        var result = folded.Items.ToString();
        folded.Dispose();
        return result;
    }

    // How many times marks must pass each other in canonical ordering (Unicode Standard, D109).
    private static int Moves(string text)
    {
        var moves = 0;
        var row = new List<int>();
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark))
            {
                row.Clear();
                continue;
            }

            // Of the marks in these tests, those below the letter come first.
            var place = rune.Value == 0x0323 ? 0 : 1;
            moves += row.Count(before => before > place);
            row.Add(place);
        }

        return moves;
    }
}
