using CsCheck;
using Spotter.Core.Targets;

namespace Spotter.Tests.Core.Targets;

/// <summary>Letters are songs. In what Spotter left, a capital is a song that the user added, and brackets mark a song that was hidden
/// because its file was missing.</summary>
public sealed class TargetMergeTests
{
    private static readonly Gen<string> Songs = Gen.Char["abcdefgh"].Array[0, 12].Select(letters => new string(letters));

    [Theory]
    [InlineData("nothing changed", "abc", "abc", "abc", "abc")]
    [InlineData("a song added in the middle stays there", "abc", "abxc", "abc", "abXc")]
    [InlineData("at the top", "abc", "xabc", "abc", "Xabc")]
    [InlineData("at the end", "abc", "abcx", "abc", "abcX")]
    [InlineData("it moves with the song before it", "abc", "abxc", "cab", "cabX")]
    [InlineData("several keep their order", "abc", "axyzbc", "acb", "aXYZcb")]
    [InlineData("where the song before it goes, it falls back to the one before that", "abc", "abxc", "ac", "aXc")]
    [InlineData("what comes from the source comes behind it", "ab", "axb", "anb", "aXnb")]
    [InlineData("a song of the source's that the user took out comes back", "abc", "ac", "abc", "abc")]
    [InlineData("a song of the user's that the user took out is gone", "aXb", "ab", "ab", "ab")]
    [InlineData("what the source drops goes, what the user added stays", "aXb", "axb", "b", "Xb")]
    [InlineData("where source and user want a song it stands once, where the source has it", "ab", "axb", "abx", "abX")]
    [InlineData("and is the user's still when the source drops it", "abX", "abx", "ab", "abX")]
    [InlineData("the user's order of the source's songs is not kept", "abc", "cba", "abc", "abc")]
    [InlineData("a song that the user added twice stays twice", "ab", "axbx", "ab", "aXbX")]
    [InlineData("a song that the source has twice stays twice", "aba", "abax", "aba", "abaX")]
    [InlineData("behind the second of them", "aba", "abax", "abca", "abcaX")]
    [InlineData("everything new at the source", "ab", "axb", "mn", "Xmn")]
    [InlineData("where a write was cut short before it came to it, it goes behind the song that it stood behind", "ab(c)(X)(d)", "ab", "abcd", "abcXd")]
    [InlineData("and several of them", "ab(c)(X)(Y)(d)(Z)", "ab", "abcd", "abcXYdZ")]
    [InlineData("also where the source has another order by now", "ab(c)(X)(d)", "ab", "dcba", "dcXba")]
    [InlineData("where that song is gone from the source, behind the one before it", "a(b)(c)(X)", "a", "ab", "abX")]
    [InlineData("what is put into half a list meanwhile stays behind the song that was seen before it", "ab(c)(X)(d)", "aby", "abcd", "abYcXd")]
    public void Songs_added_on_the_server_are_kept_where_they_stand(string why, string left, string found, string wanted, string expected)
    {
        var merge = TargetMerge.Of(Left(left), Ids(found), Ids(wanted), EditPolicy.KeepAdded, Everything);

        Assert.True(expected == Text(merge.Entries), $"{why}: {Text(merge.Entries)}");
    }

    [Theory]
    [InlineData("a song whose file is missing is hidden, not taken out: it is remembered where it stood", "aXb", "ab", "ab", "x", "a(X)b")]
    [InlineData("when the file is back it is shown again", "a(X)b", "axb", "ab", "", "aXb")]
    [InlineData("or written again, where the list was replaced meanwhile", "a(X)b", "ab", "ab", "", "aXb")]
    [InlineData("a hidden song of the source's is no addition when it comes back", "a(b)c", "abc", "abc", "", "abc")]
    [InlineData("it is remembered as the source's as long as it is hidden", "abc", "ac", "ac", "b", "a(b)c")]
    [InlineData("and gone where the source has dropped it meanwhile", "a(b)c", "abc", "ac", "", "ac")]
    [InlineData("a hidden song at the top stays at the top", "Xab", "ab", "ab", "x", "(X)ab")]
    [InlineData("two hidden songs keep their order and their places", "aXbYc", "abc", "abc", "xy", "a(X)b(Y)c")]
    [InlineData("what the server shows is there, whatever the library says", "abc", "abc", "abc", "b", "abc")]
    [InlineData("and so is what the user added", "aXb", "axb", "ab", "x", "aXb")]
    public void A_song_whose_file_is_missing_is_not_one_that_was_taken_out(string why, string left, string found, string wanted, string missing, string expected)
    {
        var merge = TargetMerge.Of(Left(left), Ids(found), Ids(wanted), EditPolicy.KeepAdded, id => !missing.Contains(id, StringComparison.Ordinal));

        Assert.True(expected == Text(merge.Entries), $"{why}: {Text(merge.Entries)}");
        Assert.True(merge.Drift.IsEmpty, why);
    }

    [Fact]
    public void A_list_that_was_never_ours_is_the_users_but_for_what_the_source_takes_over()
        => Assert.Equal("aXbY", Text(TargetMerge.Of(null, Ids("axby"), Ids("ab"), EditPolicy.KeepAdded, Everything).Entries));

    [Fact]
    public void Of_a_song_that_stands_there_once_more_the_other_one_was_taken_out_and_is_not_hidden()
        => Assert.Equal("aXb", Text(TargetMerge.Of(Left("aXbX"), Ids("axb"), Ids("ab"), EditPolicy.KeepAdded, id => id != "x").Entries));

    [Fact]
    public void A_mirror_keeps_no_row_of_the_users_hidden_or_not_but_remembers_what_is_hidden_of_the_source()
        => Assert.Equal("a(b)c", Text(TargetMerge.Of(Left("abXc(Y)"), Ids("axc"), Ids("ac"), EditPolicy.Mirror, id => id is not ("b" or "y")).Entries));

    [Fact]
    public void A_replaced_list_holds_no_hidden_rows_of_ours()
    {
        var merge = TargetMerge.Of(Left("abcX"), Ids("a"), Ids("a"), EditPolicy.KeepAdded, id => id == "a");

        Assert.Equal("a(b)(c)(X)", Text(merge.Entries));
        Assert.Equal("a(X)", Text(merge.EntriesIfReplaced));
    }

    [Theory]
    [InlineData("added", "abc", "abxc", "x", "", "")]
    [InlineData("taken out", "abc", "ac", "", "b", "")]
    [InlineData("moved", "abcd", "dabc", "", "", "d")]
    [InlineData("a song of the user's is no change a second time", "aXb", "axb", "", "", "")]
    [InlineData("its removal is", "aXb", "ab", "", "x", "")]
    public void What_changed_on_the_server_is_told(string why, string left, string found, string added, string removed, string moved)
    {
        var drift = TargetMerge.Of(Left(left), Ids(found), Ids("abc"), EditPolicy.Mirror, Everything).Drift;

        Assert.True((added, removed, moved) == (string.Concat(drift.Added), string.Concat(drift.Removed), string.Concat(drift.Moved)), why);
    }

    [Fact]
    public void A_mirror_is_what_the_source_wants_whatever_stands_there()
        => Gen.Select(Songs, Songs, Songs).Sample((left, found, wanted)
            => Assert.Equal(Ids(wanted), TargetMerge.Of(Left(left), Ids(found), Ids(wanted), EditPolicy.Mirror, Everything).SongIds));

    [Fact]
    public void Whatever_happens_the_source_is_whole_and_in_order_and_nothing_of_the_users_is_lost_or_doubled()
        => Gen.Select(Songs, Songs, Songs).Sample((left, found, wanted) =>
        {
            // Every other song of what Spotter left is the user's.
            var before = Left(string.Concat(left.Select((letter, i) => i % 2 == 0 ? letter : char.ToUpperInvariant(letter))));
            var merge = TargetMerge.Of(before, Ids(found), Ids(wanted), EditPolicy.KeepAdded, Everything);

            Assert.Equal(wanted, string.Concat(merge.SongIds.Where(wanted.Contains)));
            var ours = before.Where(entry => !entry.IsUsers).Select(entry => entry.SongId).ToHashSet();
            foreach (var song in found.Select(letter => letter.ToString()).Distinct().Where(song => !wanted.Contains(song, StringComparison.Ordinal)))
            {
                var kept = merge.SongIds.Count(id => id == song);
                var stood = found.Count(letter => song[0] == letter);
                var wasOurs = before.Count(entry => entry.SongId == song && !entry.IsUsers);
                Assert.InRange(kept, ours.Contains(song) ? Math.Max(0, stood - wasOurs) : stood, stood);
            }

            Assert.All(merge.SongIds, song => Assert.True(wanted.Contains(song, StringComparison.Ordinal) || found.Contains(song, StringComparison.Ordinal)));
        });

    [Fact]
    public void What_was_merged_stays_as_it_is_when_nothing_changes_any_more()
        => Gen.Select(Songs, Songs, Songs, Gen.Bool).Sample((left, found, wanted, keeps) =>
        {
            var policy = keeps ? EditPolicy.KeepAdded : EditPolicy.Mirror;
            var once = TargetMerge.Of(Left(left), Ids(found), Ids(wanted), policy, Everything);
            var twice = TargetMerge.Of(once.EntriesIfReplaced, once.SongIds, Ids(wanted), policy, Everything);

            Assert.Equal(once.SongIds, twice.SongIds);
            Assert.True(twice.Drift.IsEmpty);
        });

    [Fact]
    public void A_drive_that_goes_and_comes_back_leaves_the_list_as_it_was()
        => Gen.Select(Songs, Songs, Songs, Gen.Bool).Sample((found, wanted, missing, replaces) =>
        {
            bool Exists(string id) => !missing.Contains(id, StringComparison.Ordinal);
            var whole = TargetMerge.Of([], Ids(found), Ids(wanted), EditPolicy.KeepAdded, Everything);

            // The drive is unmounted: its songs are hidden in the list, and no track of the source finds them.
            var shown = whole.SongIds.Where(Exists).ToList();
            var without = TargetMerge.Of(whole.EntriesIfReplaced, shown, [.. Ids(wanted).Where(Exists)], EditPolicy.KeepAdded, Exists);

            // The drive comes back, and with it the hidden rows, unless the list was written without them.
            var left = replaces ? without.EntriesIfReplaced : without.Entries;
            var again = TargetMerge.Of(left, replaces ? without.SongIds : whole.SongIds, Ids(wanted), EditPolicy.KeepAdded, Everything);

            Assert.Equal(whole.SongIds.Order(), again.SongIds.Order());
            Assert.Equal(string.Concat(whole.SongIds.Where(wanted.Contains)), string.Concat(again.SongIds.Where(wanted.Contains)));
        });

    private static bool Everything(string songId) => true;

    private static string[] Ids(string text) => [.. text.Select(letter => letter.ToString())];

    private static List<TargetEntry> Left(string text)
    {
        var entries = new List<TargetEntry>();
        var isAbsent = false;
        foreach (var letter in text)
        {
            if (letter is '(' or ')')
            {
                isAbsent = letter == '(';
                continue;
            }

            entries.Add(new(char.ToLowerInvariant(letter).ToString()) { IsUsers = char.IsUpper(letter), IsAbsent = isAbsent });
        }

        return entries;
    }

    private static string Text(IEnumerable<TargetEntry> entries) => string.Concat(entries.Select(entry =>
    {
        var letter = entry.IsUsers ? entry.SongId.ToUpperInvariant() : entry.SongId;
        return entry.IsAbsent ? $"({letter})" : letter;
    }));
}
