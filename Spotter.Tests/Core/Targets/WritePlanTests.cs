using Spotter.Core.Targets;

namespace Spotter.Tests.Core.Targets;

public sealed class WritePlanTests
{
    private static readonly WriteLimits Server = new(SongsPerCall: 31, EditsRows: true);

    [Theory]
    [InlineData("nothing has changed", 70, 70, WriteWay.Nothing, 0)]
    [InlineData("what fits into one call stays one call", 5, 31, WriteWay.Whole, 1)]
    [InlineData("a long list that becomes a short one", 70, 31, WriteWay.Whole, 1)]
    [InlineData("one row more than fits", 5, 32, WriteWay.Append, 1)]
    [InlineData("the rest of a list that was begun", 31, 70, WriteWay.Append, 2)]
    [InlineData("an empty list may hold rows that nobody sees", 0, 70, WriteWay.Pieces, 3)]
    public void The_way_is_the_one_of_which_people_see_least(string reason, int found, int wanted, WriteWay way, int calls)
    {
        var plan = WritePlan.Of(Rows(0, found), Rows(0, wanted), Server);

        Assert.True((way, calls) == (plan.Way, plan.Steps.Count), reason);
    }

    [Fact]
    public void A_list_that_is_not_there_is_created_with_its_first_piece()
        => Assert.Equal(WriteWay.Pieces, WritePlan.Of(null, Rows(0, 70), Server).Way);

    [Fact]
    public void A_repair_replaces_what_looks_right_and_what_was_begun()
    {
        Assert.Equal(WriteWay.Pieces, WritePlan.Of(Rows(0, 70), Rows(0, 70), Server, mustReplace: true).Way);
        Assert.Equal(WriteWay.Pieces, WritePlan.Of(Rows(0, 31), Rows(0, 70), Server, mustReplace: true).Way);
        Assert.Equal(WriteWay.Whole, WritePlan.Of(Rows(0, 5), Rows(0, 5), Server, mustReplace: true).Way);
    }

    [Fact]
    public void Five_on_top_are_one_call_to_add_them_and_one_for_each_to_move_it_up()
    {
        var plan = WritePlan.Of(Rows(0, 70), [.. Rows(70, 5), .. Rows(0, 70)], Server);

        Assert.Equal(WriteWay.Edit, plan.Way);
        Assert.IsType<WriteStep.Append>(plan.Steps[0]);
        Assert.Equal(Enumerable.Range(0, 5).Select(i => new WriteStep.Move(70 + i, i)), plan.Steps.Skip(1));
        Assert.Equal([0, 1, 2, 3, 4], plan.Added);
        Assert.Empty(plan.Touched);
    }

    [Fact]
    public void Five_out_of_the_middle_are_one_call()
    {
        var plan = WritePlan.Of(Rows(0, 70), [.. Rows(0, 30), .. Rows(35, 35)], Server);

        Assert.Equal([30, 31, 32, 33, 34], Assert.IsType<WriteStep.TakeOut>(Assert.Single(plan.Steps)).Positions);
        Assert.Equal([30, 31, 32, 33, 34], plan.Touched);
    }

    [Theory]
    [InlineData(10, 60)]
    [InlineData(60, 10)]
    [InlineData(0, 69)]
    [InlineData(69, 0)]
    public void One_row_moved_is_one_call_in_either_direction(int from, int to)
    {
        List<string> wanted = [.. Rows(0, 70)];
        wanted.RemoveAt(from);
        wanted.Insert(to, Row(from));

        var plan = WritePlan.Of(Rows(0, 70), wanted, Server);

        Assert.Single(plan.Steps);
        Assert.Equal(wanted, Carry(Rows(0, 70), plan));
    }

    [Theory]
    [InlineData(WritePlan.FewRows, 0, 0, WriteWay.Edit)]
    [InlineData(WritePlan.FewRows + 1, 0, 0, WriteWay.Pieces)]
    [InlineData(0, WritePlan.FewRows, 0, WriteWay.Edit)]
    [InlineData(0, WritePlan.FewRows + 1, 0, WriteWay.Pieces)]
    [InlineData(0, 0, WritePlan.FewRows, WriteWay.Edit)]
    [InlineData(0, 0, WritePlan.FewRows + 1, WriteWay.Pieces)]
    [InlineData(13, 13, 0, WriteWay.Pieces)]
    [InlineData(10, 0, 16, WriteWay.Pieces)]
    [InlineData(0, 10, 16, WriteWay.Pieces)]
    [InlineData(8, 8, 9, WriteWay.Edit)]
    public void Rows_that_come_go_and_move_count_together_for_whether_they_are_few(int added, int removed, int moved, WriteWay way)
    {
        // The last rows are removed, the first ones move to the end in reverse order, and new ones come first.
        var rest = Rows(moved, 200 - removed - moved);

        var plan = WritePlan.Of(Rows(0, 200), [.. Rows(1_000, added), .. rest, .. Rows(0, moved).Reverse()], Server);

        Assert.Equal(way, plan.Way);
    }

    [Fact]
    public void An_edit_names_the_rows_that_it_takes_out_and_moves_and_leaves_the_others_where_they_are()
    {
        // Row 5 is removed, row 50 moves to the top, and one is added at the end.
        var plan = WritePlan.Of(Rows(0, 70), [Row(50), .. Rows(0, 5), .. Rows(6, 44), .. Rows(51, 19), Row(99)], Server);

        Assert.Equal([5, 50], plan.Touched);
        Assert.Equal([69], plan.Added);
        Assert.Equal(int.MaxValue, plan.ArrivedAfter(0));
    }

    [Theory]
    [InlineData(70, 70, false, false)]
    [InlineData(5, 31, false, true)]
    [InlineData(31, 70, false, false)]
    [InlineData(70, 69, false, false)]
    [InlineData(70, 70, true, true)]
    public void Only_a_list_that_is_replaced_loses_the_rows_that_nobody_sees(int found, int wanted, bool mustReplace, bool drops)
        => Assert.Equal(drops, WritePlan.Of(Rows(0, found), Rows(0, wanted), Server, mustReplace).DropsHiddenRows);

    [Fact]
    public void A_server_that_bears_no_song_in_a_call_is_refused()
        => Assert.Throws<ArgumentOutOfRangeException>(() => WritePlan.Of(null, [], new(SongsPerCall: 0, EditsRows: true)));

    [Fact]
    public void Without_positions_or_with_too_many_changes_the_list_is_replaced_in_pieces()
    {
        Assert.Equal(WriteWay.Pieces, WritePlan.Of(Rows(0, 70), Rows(1, 69), Server with { EditsRows = false }).Way);
        Assert.Equal(WriteWay.Pieces, WritePlan.Of(Rows(0, 70), [.. Rows(0, 70).Reverse()], Server).Way);
    }

    [Fact]
    public void What_has_arrived_is_known_at_every_boundary()
    {
        var pieces = WritePlan.Of(null, Rows(0, 70), Server);
        Assert.Equal([0, 31, 62, 70], Enumerable.Range(0, 4).Select(pieces.ArrivedAfter));

        var append = WritePlan.Of(Rows(0, 31), Rows(0, 70), Server);
        Assert.Equal([31, 62, 70], Enumerable.Range(0, 3).Select(append.ArrivedAfter));
    }

    [Fact]
    public void Whatever_stands_there_the_calls_end_with_what_is_wanted_and_none_carries_too_much()
    {
        var random = new Random(7);
        var ways = new HashSet<WriteWay>();
        for (var i = 0; i < 3_000; i++)
        {
            var limits = new WriteLimits(random.Next(1, 12), random.Next(3) > 0);
            List<string> found = [.. Enumerable.Range(0, random.Next(30)).Select(_ => Row(random.Next(20)))];
            List<string> wanted = random.Next(3) == 0 ? [.. Enumerable.Range(0, random.Next(40)).Select(_ => Row(random.Next(20)))] : [.. found];
            for (var changes = random.Next(6); changes > 0; changes--)
            {
                Change(wanted, random);
            }

            var plan = WritePlan.Of(random.Next(10) == 0 ? null : found, wanted, limits, mustReplace: random.Next(10) == 0);

            ways.Add(plan.Way);
            Assert.Equal(wanted, Carry(found, plan));
            Assert.All(plan.Steps, step => Assert.InRange(SizeOf(step), plan.Way == WriteWay.Whole ? 0 : 1, limits.SongsPerCall));
        }

        Assert.Equal(Enum.GetValues<WriteWay>().Length, ways.Count);
    }

    private static void Change(List<string> rows, Random random)
    {
        if (rows.Count > 0 && random.Next(2) == 0)
        {
            var at = random.Next(rows.Count);
            var row = rows[at];
            rows.RemoveAt(at);
            if (random.Next(2) == 0)
            {
                rows.Insert(random.Next(rows.Count + 1), row);
            }
        }
        else
        {
            rows.Insert(random.Next(rows.Count + 1), Row(random.Next(25)));
        }
    }

    private static int SizeOf(WriteStep step) => step switch
    {
        WriteStep.Put put => put.SongIds.Count,
        WriteStep.Append append => append.SongIds.Count,
        WriteStep.TakeOut takeOut => takeOut.Positions.Count,
        _ => 1,
    };

    private static List<string> Carry(IReadOnlyList<string> found, WritePlan plan)
    {
        List<string> rows = [.. found];
        foreach (var step in plan.Steps)
        {
            switch (step)
            {
                case WriteStep.Put put:
                    rows = [.. put.SongIds];
                    break;
                case WriteStep.Append append:
                    rows.AddRange(append.SongIds);
                    break;
                case WriteStep.TakeOut takeOut:
                    rows = [.. rows.Where((_, i) => !takeOut.Positions.Contains(i))];
                    break;
                case WriteStep.Move(var from, var to):
                    var row = rows[from];
                    rows.RemoveAt(from);
                    rows.Insert(to, row);
                    break;
                default:
                    throw new InvalidOperationException($"{step}");
            }
        }

        return rows;
    }

    private static IReadOnlyList<string> Rows(int first, int count) => [.. Enumerable.Range(first, count).Select(Row)];

    private static string Row(int number) => $"s{number}";
}
