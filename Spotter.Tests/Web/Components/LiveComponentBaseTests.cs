using Bunit;
using Microsoft.AspNetCore.Components;
using Spotter.Core.Events;
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

    private void Publish(int playlistId) => Host.Get<EventBus>().Publish(new PlaylistStatusChanged(Ann.UserId, playlistId));

    private sealed class Counter : LiveComponentBase
    {
        public int Count { get; private set; }

        public CancellationToken IsGone => Gone;

        [Parameter]
        public bool Fails { get; set; }

        protected override void OnInitialized() => Follow<PlaylistStatusChanged>(e => e.PlaylistId == 1, _ =>
        {
            Count++;
            return Fails ? throw new InvalidOperationException("It fell over.") : Task.CompletedTask;
        });

        protected override void BuildRenderTree(Microsoft.AspNetCore.Components.Rendering.RenderTreeBuilder builder) => builder.AddContent(0, Count);
    }
}
