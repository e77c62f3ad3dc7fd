using System.Reflection;

namespace Spotter.Tests.Benchmarks.Mutants;

public sealed class TestWorkerTests
{
    private const string Sample = "Spotter.Tests.Benchmarks.Mutants.TestWorkerSampleTests";

    [Fact]
    public async Task Tests_are_listed_seen_and_tried_as_often_as_is_asked()
    {
        var reached = new bool[10];
        var answers = new StringWriter();
        TestWorkerSampleTests.Reached.Value = reached;
        var worker = new TestWorker(Assembly.GetExecutingAssembly(), answers, reached, fault => TestWorkerSampleTests.Fault.Value = fault);

        await worker.ServeAsync(new StringReader("list\n"));
        var ids = Taken(answers).Where(test => test is [_, Sample]).Select(test => test[0]).ToList();
        var all = string.Join(',', ids);
        Assert.Equal(3, ids.Count);

        reached[9] = true; // reached before the run, by no test
        await worker.ServeAsync(new StringReader($"see\t{all}\n"));
        var seen = Taken(answers);
        Assert.All(seen.SkipLast(1), test => Assert.Equal(("passed", Sample), (test[0], test[2])));
        Assert.Equal(["2,3", "2,4", "2,5"], seen.SkipLast(1).Select(test => test[4]).Order());

        await worker.ServeAsync(new StringReader($"try\t5\t{all}\ntry\t6\t{all}\ntry\t5\t{all}\n"));
        var tried = Taken(answers);
        var told = tried.Where(line => line[0] != "began").ToList();
        Assert.Equal(["failed", "end", "end", "failed", "end"], told.Select(line => line[0]));
        Assert.Equal(told[0], told[3]);
        Assert.Equal(told[0][1], tried[tried.IndexOf(told[0]) - 1][1]); // if a test ends the process, it is the last one that began
        Assert.Equal(ids.Order(), tried.SkipWhile(line => line[0] != "end").Skip(1).TakeWhile(line => line[0] == "began").Select(line => line[1]).Order());
        Assert.Equal(0, TestWorkerSampleTests.Fault.Value);
    }

    private static List<string[]> Taken(StringWriter answers)
    {
        var lines = answers.ToString().ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        answers.GetStringBuilder().Clear();
        Assert.All(lines, line => Assert.StartsWith(TestWorker.Mark, line, StringComparison.Ordinal));
        return [.. lines.Select(line => line[TestWorker.Mark.Length..].Split('\t'))];
    }
}
