using Spotter.Navidrome.Demo;
using Spotter.Tests.Support;
using Xunit.Abstractions;

namespace Spotter.Tests.Navidrome.Faults;

/// <summary>
/// Every fault of the database at every write of every operation, a power cut on both sides of every commit, and a change of the clock at
/// every request, on every server: no list is lost, doubled or half written, nothing is stuck, the status is true, and what was accepted is
/// carried out afterwards. A sample by default, all of it with ./test --full.
/// </summary>
public sealed class SickDatabaseMatrixTests(ITestOutputHelper output)
{
    private const int Seed = 11;
    private const int SampleSize = 40;

    private static readonly TimeSpan[] Jumps = [TimeSpan.FromDays(1), TimeSpan.FromDays(-1), TimeSpan.FromSeconds(90), TimeSpan.FromSeconds(-90)];

    public static TheoryData<string> Servers => [.. DemoProfile.All.Select(profile => profile.Name)];

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task A_fault_of_the_database_at_any_write_loses_nothing_and_is_said(string server)
        => await RunAsync(server, cells => cells.Where(cell => cell.Ailment is not (Ailment.PowerCut or Ailment.PowerCutAfterwards)));

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task A_power_cut_on_either_side_of_any_commit_loses_nothing(string server)
        => await RunAsync(server, cells => cells.Where(cell => cell is { Ailment: Ailment.PowerCut or Ailment.PowerCutAfterwards, IsLasting: false }));

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task A_clock_that_is_set_at_any_request_loses_nothing(string server)
    {
        await using var host = await FaultHost.StartAsync(DemoProfile.All.Single(profile => profile.Name == server));
        var matrix = new FaultMatrix(host, await host.AccountAsync());
        var cells = new List<(MatrixOperation Operation, int At, string Method, TimeSpan Jump)>();
        foreach (var operation in Enum.GetValues<MatrixOperation>())
        {
            var requests = await matrix.RequestsOfAsync(operation);
            cells.AddRange(requests.SelectMany((method, at) => Jumps.Select(jump => (operation, at, method, jump))));
        }

        var wrong = new List<string>();
        foreach (var cell in Sample(cells))
        {
            if (await matrix.RunAsync(cell.Operation, cell.At, cell.Jump) is { } reason)
            {
                wrong.Add($"{cell.Operation}, request {cell.At} ({cell.Method}), {cell.Jump}: {reason}");
            }
        }

        Report(server, cells.Count, wrong);
    }

    private static List<T> Sample<T>(List<T> cells)
    {
        if (LongTests.AreWanted)
        {
            return cells;
        }

        var chosen = cells.ToArray();
        new Random(Seed).Shuffle(chosen);
        return [.. chosen.Take(SampleSize)];
    }

    private async Task RunAsync(string server, Func<IEnumerable<SickCell>, IEnumerable<SickCell>> choose)
    {
        await using var host = await FaultHost.StartAsync(DemoProfile.All.Single(profile => profile.Name == server));
        var matrix = new FaultMatrix(host, await host.AccountAsync());
        var cells = new List<SickCell>();
        foreach (var operation in Enum.GetValues<MatrixOperation>())
        {
            var writes = await matrix.WritesOfAsync(operation);
            cells.AddRange(choose(
                from at in Enumerable.Range(0, writes.Count)
                from ailment in Enum.GetValues<Ailment>()
                where SickDatabase.Reaches(ailment, writes[at])
                from isLasting in new[] { false, true }
                select new SickCell(operation, ailment, at, writes[at], isLasting)));
        }

        var wrong = new List<string>();
        foreach (var cell in Sample(cells))
        {
            if (await matrix.RunAsync(cell) is { } reason)
            {
                wrong.Add($"{cell}: {reason}");
            }
        }

        Report(server, cells.Count, wrong);
    }

    private void Report(string server, int cells, List<string> wrong)
    {
        output.WriteLine($"{server}: {cells} cells, {(LongTests.AreWanted ? "all" : $"{SampleSize} by seed {Seed}")}");
        Assert.True(wrong.Count == 0, $"{server}: {wrong.Count} cells are wrong:\n{string.Join('\n', wrong.Take(60))}");
    }
}
