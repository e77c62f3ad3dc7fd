using Spotter.Benchmarks.Mutants;

namespace Spotter.Tests.Benchmarks.Mutants;

public sealed class MutatedSourceTests
{
    public static TheoryData<string, string, string[]> Faults => new()
    {
        { "a border", "return a < b;", ["a <= b"] },
        { "an equality", "return a == b;", ["a != b"] },
        { "either side of a condition", "return a && b;", ["a && true", "true && b"] },
        { "either side of an alternative", "return a || b;", ["a || false", "false || b"] },
        { "a negation", "return !a;", ["a"] },
        { "a number", "return 3;", ["4"] },
        { "a truth", "return true;", ["false"] },
        { "a fallback", "return a ?? b;", ["b"] },
        { "what decides a choice, once", "return a ? b : c;", ["! (a)"] },
        { "the branches of a choice whose border moves", "return a < b ? c : d;", ["a <= b", "a < b ? d : c"] },
        { "the two sides of a choice that two things decide", "return a && b ? c : d;", ["a && true", "true && b", "a && b ? d : c"] },
        { "what decides a branch", "if (Holds()) { Do(); }", ["!(Holds ( ))", "(left out)"] },
        { "an order", "return a.OrderBy(x => x.Id);", ["a.OrderByDescending( x => x . Id )"] },
        { "a call", "Do();", ["(left out)"] },
        { "what a member is set to", "row.Marker = Create();", ["(left out)"] },
        { "nothing of a local variable, which others need", "x = Create();", [] },
        { "nothing of what is logged", "Log.Lost(logger, id + 1);", [] },
        { "nothing of a text that is put together", "return a + \"b\" + c;", [] },
        { "nothing of a guard against callers that break the types", "ArgumentNullException.ThrowIfNull(a);", [] },
        { "nothing of what gives memory back", "a.Dispose(); ArrayPool<char>.Shared.Return(b); GC.SuppressFinalize(this);", [] },
        { "nothing of what gives it back in time", "await a.DisposeAsync(); await a.DisposeAsync().ConfigureAwait(false);", [] },
        { "the await, but not its context", "await Do().ConfigureAwait(false);", ["(left out)"] },
        { "nothing of how much room is made", "return new List<int>(a.Count + 1); b.EnsureCapacity(2);", [] },
        { "nothing of room on the stack", "return n < 9 ? stackalloc char[8] : new char[n];", [] },
        { "a border once, not as the next number too", "return a >= 3 || 4 > b;", ["a >= 3 || false", "false || 4 > b", "a > 3", "4 >= b"] },
        { "a number that no border is", "return a > 3;", ["a >= 3", "4"] },
        { "nothing of a shortcut for what is the same object", "return ReferenceEquals(a, b) || a.Id == b.Id;", ["ReferenceEquals(a, b) || false", "a.Id != b.Id"] },
        { "nothing of a cheap question before the dear one", "return Mask.MayHold(a) && Set.Contains(a);", ["Mask.MayHold(a) && true"] },
        { "nothing of a variable that lets the dear question out", "mayHoldMarks = false; isKept = false;", ["true"] },
        { "nothing of what a builder is told to expect", "TextColumn.Builder ids = new(expected / 16, 24), titles = new TextColumn.Builder(expected, 24);", [] },
        { "nothing of whether a limit on work is within itself", "return a.Length > LongestTitle || seen >= MostSeen;", ["a.Length > LongestTitle || false", "false || seen >= MostSeen"] },
        { "what is only called alike, or is no border", "return a > Mostly && b == LongestTitle;", ["a > Mostly && true", "true && b == LongestTitle", "a >= Mostly", "b != LongestTitle"] },
        { "nothing of a pattern", "return a is { Count: 3 };", [] },
        { "nothing of a constant", "const int Most = 3;", [] },
        { "nothing that would declare a variable twice", "return a is { } b && b.Count > 3;", ["a is { } b && true", "b . Count >= 3", "4"] },
        { "nothing that begins in the middle", "return a?.b.First();", [] },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_statement_may_have_these_faults(string why, string statement, string[] expected)
    {
        var (text, mutants, next) = Mutate(statement);

        Assert.True(expected.Select(Bare).Order().SequenceEqual(mutants.Select(mutant => Bare(mutant.Becomes)).Order()), $"{why}: {string.Join("; ", mutants.Select(mutant => mutant.Becomes))}");
        Assert.Equal(1 + mutants.Count, next);
        Assert.All(mutants, mutant => Assert.Contains($"{MutatedSource.Switch}({mutant.Id})", text, StringComparison.Ordinal));
    }

    [Fact]
    public void A_hash_may_be_made_in_any_way()
        => Assert.Empty(MutatedSource.Of("Spotter.Core/Sync/A.cs", "class A { public override int GetHashCode() => _a + 3; }", 1, new HashSet<int>()).Mutants);

    [Fact]
    public void Every_line_stays_on_its_line()
    {
        const string source = """
            if (a && // why
                b < c)
            {
                Do(
                    // what
                    a ? 1 : 2);
            }
            """;

        var (text, mutants, _) = Mutate(source);

        Assert.Equal(Wrap(source).Count(c => c == '\n'), text.Count(c => c == '\n'));
        Assert.Equal([3, 3, 4, 6, 8, 8, 8], mutants.Select(mutant => mutant.Line).Order());
    }

    [Fact]
    public void What_the_compiler_refused_is_found_by_its_place_and_left_out_while_the_others_keep_their_numbers()
    {
        var (text, mutants, _) = Mutate("return a + b > 3;");
        var sum = mutants.Single(mutant => mutant.Becomes == "a - b");
        var at = text.Split('\n')[sum.Line - 1].LastIndexOf("a - b", StringComparison.Ordinal);

        var blamed = MutatedSource.Blame(text, sum.Line, at + 1);
        var (_, without, next) = MutatedSource.Of("Spotter.Core/Sync/A.cs", Wrap("return a + b > 3;"), 1, blamed.ToHashSet());

        Assert.Equal([sum.Id], blamed);
        Assert.Equal(mutants.Where(mutant => mutant != sum), without);
        Assert.Equal(mutants.Count + 1, next);
    }

    private static string Bare(string code) => code.Replace(" ", "", StringComparison.Ordinal);

    private static string Wrap(string statement) => $"class A\n{{\n    object B() {{ {statement.ReplaceLineEndings("\n")} }}\n}}\n";

    private static (string Text, IReadOnlyList<Mutant> Mutants, int NextId) Mutate(string statement)
        => MutatedSource.Of("Spotter.Core/Sync/A.cs", Wrap(statement), 1, new HashSet<int>());
}
