using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using Spotter.Core.Telemetry;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Telemetry;

/// <summary>The product's instruments and activities follow the conventions of OpenTelemetry.</summary>
public sealed class SpotterTelemetryTests
{
    [Fact]
    public void Every_instrument_has_a_unit_a_description_and_the_product_s_prefix()
    {
        var instruments = Instruments();

        Assert.NotEmpty(instruments);
        Assert.All(instruments, instrument =>
        {
            Assert.False(string.IsNullOrWhiteSpace(instrument.Unit), $"{instrument.Name} has no unit.");
            Assert.False(string.IsNullOrWhiteSpace(instrument.Description), $"{instrument.Name} has no description.");
            Assert.Matches(@"^spotter(\.[a-z_]+){2,}$", instrument.Name);

            // A unit is metadata, and a count of things is in braces.
            Assert.Matches(@"^(s|By|1|\{[a-z]+\})$", instrument.Unit);
            Assert.DoesNotMatch("(seconds|bytes|total|count)$", instrument.Name);
        });
    }

    [Fact]
    public async Task What_a_run_tells_is_named_by_the_product_and_is_its_own_work()
    {
        var attributes = new ConcurrentDictionary<string, string>();
        var kinds = new ConcurrentDictionary<string, ActivityKind>();
        using var activities = new ActivityListener
        {
            ShouldListenTo = source => source.Name == SpotterTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                kinds[activity.OperationName] = activity.Kind;
                activity.TagObjects.ToList().ForEach(tag => attributes[tag.Key] = activity.OperationName);
            },
        };
        ActivitySource.AddActivityListener(activities);
        using var meters = new MeterListener { InstrumentPublished = (instrument, listener) => Listen(instrument, listener) };
        meters.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Note(instrument, tags));
        meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) =>
        {
            Assert.True(value >= 0, $"{instrument.Name} is {value}.");
            Note(instrument, tags);
        });
        meters.Start();
        using var host = new CoreHost();
        var owner = await host.Database.AddUserAsync();

        await host.EnableAndRunAsync(owner, await host.ImportAsync(owner, "Road trip", host.FillLibrary(3)));

        Assert.Superset(new HashSet<string> { "sync", "match", "write" }, kinds.Keys.ToHashSet());
        Assert.All(kinds.Values, kind => Assert.Equal(ActivityKind.Internal, kind));
        Assert.Superset(
            new HashSet<string> { SpotterTelemetry.Operation, SpotterTelemetry.Outcome, SpotterTelemetry.Tier, SpotterTelemetry.Playlist },
            attributes.Keys.ToHashSet());
        Assert.All(attributes.Keys, key => Assert.StartsWith("spotter.", key, StringComparison.Ordinal));

        void Note(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            foreach (var tag in tags)
            {
                attributes[tag.Key] = instrument.Name;
            }
        }
    }

    private static List<Instrument> Instruments()
    {
        RuntimeHelpers.RunClassConstructor(typeof(SpotterTelemetry).TypeHandle);
        var found = new List<Instrument>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (IsOurs(instrument))
                {
                    found.Add(instrument);
                }
            },
        };
        listener.Start();
        return found;
    }

    private static void Listen(Instrument instrument, MeterListener listener)
    {
        if (IsOurs(instrument))
        {
            listener.EnableMeasurementEvents(instrument);
        }
    }

    private static bool IsOurs(Instrument instrument) => instrument.Meter.Name.StartsWith(SpotterTelemetry.Name, StringComparison.OrdinalIgnoreCase);
}
