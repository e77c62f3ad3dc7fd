using System.Collections;
using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Spotter.Tests.Benchmarks.Mutants;

/// <summary>
/// Runs tests of an assembly on command, line by line, for as long as commands arrive: one process does many runs, so that each takes
/// milliseconds instead of the seconds of a start. <c>./test --mutants</c> uses it.
/// </summary>
/// <remarks>
/// <c>list</c> answers with the tests and their classes, <c>see</c> and tests with how long each took and which faults it reached, <c>try</c>,
/// a fault and tests with each test that begins and the first one that fails. Each answer ends with a line of its own. Answers begin with
/// <see cref="Mark"/>, whatever tests print.
/// </remarks>
/// <param name="assembly">The assembly with the tests.</param>
/// <param name="answers">Where the answers go.</param>
/// <param name="reached">Set to true at the number of each fault whose code runs.</param>
/// <param name="switchOn">Switches one fault on and all others off; 0 switches all off.</param>
internal sealed class TestWorker(Assembly assembly, TextWriter answers, bool[] reached, Action<int> switchOn)
{
    /// <summary>The start of every line of an answer.</summary>
    public const string Mark = "» ";

    private readonly Dictionary<string, ITestCase> _tests = new(StringComparer.Ordinal);

    /// <summary>Answers commands until there are no more.</summary>
    public async Task ServeAsync(TextReader orders)
    {
        using var framework = new XunitTestFramework(new Sink(_ => true));
        using var executor = framework.GetExecutor(assembly.GetName());
        if (_tests.Count == 0)
        {
            await DiscoverAsync(framework);
        }

        while (await orders.ReadLineAsync() is { } order)
        {
            switch (order.Split('\t'))
            {
                case ["list"]:
                    foreach (var (id, test) in _tests)
                    {
                        Say($"{id}\t{test.TestMethod.TestClass.Class.Name}");
                    }

                    break;
                case ["see", var ids]:
                    await SeeAsync(executor, ids);
                    break;
                case ["try", var fault, var ids]:
                    await TryAsync(executor, int.Parse(fault, CultureInfo.InvariantCulture), ids);
                    break;
            }

            Say("end");
        }
    }

    private async Task DiscoverAsync(XunitTestFramework framework)
    {
        var complete = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var discoverer = framework.GetDiscoverer(Reflector.Wrap(assembly));
        discoverer.Find(includeSourceInformation: false, new Sink(message =>
        {
            if (message is ITestCaseDiscoveryMessage found)
            {
                _tests[found.TestCase.UniqueID] = found.TestCase;
            }
            else if (message is IDiscoveryCompleteMessage)
            {
                complete.TrySetResult();
            }

            return true;
        }), new Options());
        await complete.Task;
    }

    /// <summary>What a fixture reaches counts for every test of its collection.</summary>
    private Task SeeAsync(ITestFrameworkExecutor executor, string ids)
    {
        var began = 0L;
        var hasFailed = false;
        var ofFixtures = new BitArray(reached.Length);
        var ofTests = new List<(string Head, BitArray Reached)>();
        return RunAsync(executor, ids, message =>
        {
            switch (message)
            {
                case ITestCollectionStarting:
                    ofFixtures.SetAll(false);
                    ofTests.Clear();
                    Array.Clear(reached);
                    break;
                case ITestCaseStarting:
                    ofFixtures.Or(Taken());
                    (began, hasFailed) = (Stopwatch.GetTimestamp(), false);
                    break;
                case ITestFailed:
                    hasFailed = true;
                    break;
                case ITestCaseFinished finished:
                    var took = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
                    var test = finished.TestCase;
                    ofTests.Add((string.Create(CultureInfo.InvariantCulture, $"{(hasFailed ? "failed" : "passed")}\t{test.UniqueID}\t{test.TestMethod.TestClass.Class.Name}\t{took:0}"), Taken()));
                    break;
                case ITestCollectionFinished:
                    ofFixtures.Or(Taken());
                    ofTests.ForEach(one => Say($"{one.Head}\t{string.Join(',', Numbers(one.Reached.Or(ofFixtures)))}"));
                    break;
            }

            return true;
        });
    }

    private BitArray Taken()
    {
        var taken = new BitArray(reached);
        Array.Clear(reached);
        return taken;
    }

    private static IEnumerable<int> Numbers(BitArray bits) => Enumerable.Range(0, bits.Length).Where(i => bits[i]);

    private async Task TryAsync(ITestFrameworkExecutor executor, int fault, string ids)
    {
        switchOn(fault);
        string? failed = null;
        await RunAsync(executor, ids, message =>
        {
            if (message is ITestCaseStarting begun)
            {
                Say($"began\t{begun.TestCase.UniqueID}");
            }

            failed ??= (message as ITestFailed)?.TestCase.UniqueID;
            return failed is null;
        });
        switchOn(0);
        if (failed is not null)
        {
            Say($"failed\t{failed}");
        }
    }

    /// <summary>Runs the tests one after the other, and handles each message before the next step. The run stops when a handler returns
    /// false.</summary>
    private async Task RunAsync(ITestFrameworkExecutor executor, string ids, Func<IMessageSinkMessage, bool> hear)
    {
        var finished = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        executor.RunTests(
            ids.Split(',').Where(_tests.ContainsKey).Select(id => _tests[id]).ToList(),
            new Sink(message =>
            {
                var goOn = hear(message);
                if (message is ITestAssemblyFinished)
                {
                    finished.TrySetResult();
                }

                return goOn;
            }),
            new Options());
        await finished.Task;
    }

    private void Say(string answer)
    {
        answers.WriteLine(Mark + answer);
        answers.Flush();
    }

    private sealed class Sink(Func<IMessageSinkMessage, bool> hear) : LongLivedMarshalByRefObject, IMessageSink
    {
        public bool OnMessage(IMessageSinkMessage message) => hear(message);
    }

    private sealed class Options : ITestFrameworkDiscoveryOptions, ITestFrameworkExecutionOptions
    {
        private readonly Dictionary<string, object?> _values = new(StringComparer.Ordinal)
        {
            ["xunit.execution.DisableParallelization"] = true,
            ["xunit.execution.SynchronousMessageReporting"] = true,
        };

        public TValue GetValue<TValue>(string name) => _values.GetValueOrDefault(name) is TValue value ? value : default!;

        public void SetValue<TValue>(string name, TValue value) => _values[name] = value;
    }
}
