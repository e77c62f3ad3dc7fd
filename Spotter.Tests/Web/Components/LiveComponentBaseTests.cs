using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using Spotter.Core.Events;
using Spotter.Core.Persistence;
using Spotter.Tests.Support;
using Spotter.Web.Components;

namespace Spotter.Tests.Web.Components;

public sealed class LiveComponentBaseTests : PageTest
{
    [Fact]
    public void An_event_that_passes_the_filter_draws_the_component_again()
    {
        var component = Render<Counter>();

        Publish(2);
        Publish(1);

        component.WaitForAssertion(() => Assert.Equal("1", component.Markup));
    }

    [Fact]
    public void Events_of_others_are_not_heard()
    {
        var component = Render<Counter>();

        Host.Get<EventBus>().Publish(new PlaylistStatusChanged(Ann.UserId + 1, 1));

        Assert.Equal("0", component.Markup);
    }

    [Fact]
    public async Task A_component_that_is_gone_hears_nothing_and_its_reads_are_stopped()
    {
        var component = Render<Counter>();
        var counter = component.Instance;
        var gone = counter.IsGone;

        await DisposeComponentsAsync();
        Publish(1);

        Assert.Equal(0, counter.Count);
        Assert.True(gone.IsCancellationRequested);
    }

    [Fact]
    public async Task A_failure_of_a_handler_reaches_the_circuit()
    {
        Render<Counter>(parameters => parameters.Add(counter => counter.Fails, true));

        Publish(1);

        Assert.IsType<InvalidOperationException>(await Renderer.UnhandledException.WaitAsync(Patience));
    }

    [Fact]
    public async Task A_handler_that_meets_trouble_says_so_once_and_is_tried_again_until_it_goes_well()
    {
        GatheringClock = Host.Clock;
        var component = Render<Counter>();
        component.Instance.Refusals = 3;

        Publish(1);
        Gather();
        await Eventually.HoldsAsync("it went well", () =>
        {
            Host.Clock.Advance(EventGathering.BeforeAnotherTry);
            return component.InvokeAsync(() => component.Instance.Count == 1);
        });

        component.WaitForAssertion(() => Assert.Equal("1", component.Markup));
        Assert.Equal(0, component.Instance.Refusals);
        Assert.Equal(English.Of(DatabaseTrouble.Busy), Assert.Single(Services.GetRequiredService<ISnackbar>().ShownSnackbars).Message);
        Assert.False(Renderer.UnhandledException.IsCompleted);
    }

    [Fact]
    public void A_burst_of_events_is_one_handling_and_one_drawing()
    {
        GatheringClock = Host.Clock;
        var component = Render<Listener>();
        var drawn = component.RenderCount;

        for (var i = 1; i <= 1_500; i++)
        {
            Publish(i);
        }

        Assert.Empty(component.Instance.Handled);
        Gather();

        component.WaitForAssertion(() => Assert.Equal(drawn + 1, component.RenderCount));
        Assert.Equal(["newest 1500", "all 1500", "read"], component.Instance.Handled);
    }

    [Fact]
    public void A_read_that_follows_several_kinds_of_events_runs_once_for_all_of_them()
    {
        GatheringClock = Host.Clock;
        var component = Render<Listener>();

        Host.Get<EventBus>().Publish(new PlaylistListChanged(Ann.UserId));
        Host.Get<EventBus>().Publish(new TrackMatchChanged(Ann.UserId, [1], [1]));
        Gather();

        component.WaitForAssertion(() => Assert.Equal(["read"], component.Instance.Handled));
    }

    [Fact]
    public void Equal_events_are_told_once()
    {
        GatheringClock = Host.Clock;
        var component = Render<Listener>();

        Publish(7);
        Publish(7);
        Publish(8);
        Gather();

        component.WaitForAssertion(() => Assert.Equal(["newest 8", "all 2", "read"], component.Instance.Handled));
    }

    [Fact]
    public async Task No_two_handlers_run_at_a_time_and_what_comes_meanwhile_is_handled_afterwards()
    {
        GatheringClock = Host.Clock;
        var component = Render<Listener>();
        var gate = new TaskCompletionSource();
        component.Instance.Gate = gate.Task;

        Publish(1);
        Gather();
        component.WaitForAssertion(() => Assert.Equal(["newest 1"], component.Instance.Handled));
        Publish(2);
        Gather();
        Publish(3);
        Gather();
        Assert.Equal(["newest 1"], component.Instance.Handled);

        component.Instance.Gate = Task.CompletedTask;
        await component.InvokeAsync(gate.SetResult);
        component.WaitForAssertion(() => Assert.Equal(["newest 1", "all 1", "read"], component.Instance.Handled));

        // The next wait begins when the handlers have ended, which no rendering shows.
        await Eventually.HoldsAsync("what came meanwhile is handled", () =>
        {
            Gather();
            return component.InvokeAsync(() => component.Instance.Handled.Count == 6);
        });
        Assert.Equal(["newest 1", "all 1", "read", "newest 3", "all 2", "read"], component.Instance.Handled);
    }

    private void Gather() => Host.Clock.Advance(EventGathering.Period);

    private void Publish(int playlistId) => Host.Get<EventBus>().Publish(new PlaylistStatusChanged(Ann.UserId, playlistId));

    private sealed class Counter : LiveComponentBase
    {
        public int Count { get; private set; }

        public CancellationToken IsGone => Gone;

        [Parameter]
        public bool Fails { get; set; }

        /// <summary>How many times the database will be busy.</summary>
        public int Refusals { get; set; }

        protected override void OnInitialized() => Follow<PlaylistStatusChanged>(e => e.PlaylistId == 1, _ =>
        {
            if (Refusals > 0)
            {
                Refusals--;
                throw new DatabaseBusyException();
            }

            Count++;
            return Fails ? throw new InvalidOperationException("It fell over.") : Task.CompletedTask;
        });

        protected override void BuildRenderTree(Microsoft.AspNetCore.Components.Rendering.RenderTreeBuilder builder) => builder.AddContent(0, Count);
    }

    private sealed class Listener : LiveComponentBase
    {
        public List<string> Handled { get; } = [];

        public Task Gate { get; set; } = Task.CompletedTask;

        protected override void OnInitialized()
        {
            Follow<PlaylistStatusChanged>(async e =>
            {
                Handled.Add($"newest {e.PlaylistId}");
                await Gate;
            });
            FollowAll<PlaylistStatusChanged>(events =>
            {
                Handled.Add($"all {events.Count}");
                return Task.CompletedTask;
            });
            Follow<PlaylistStatusChanged>(ReadAsync);
            Follow<PlaylistListChanged>(ReadAsync);
            Follow<TrackMatchChanged>(ReadAsync);
        }

        private Task ReadAsync()
        {
            Handled.Add("read");
            return Task.CompletedTask;
        }
    }
}
