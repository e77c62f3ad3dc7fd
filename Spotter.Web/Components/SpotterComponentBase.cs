using Microsoft.AspNetCore.Components;
using MudBlazor;
using Spotter.Web.Wording;

namespace Spotter.Web.Components;

/// <summary>
/// The base of every component (<c>_Imports.razor</c>). Everything that a click, a key or a child's callback starts comes through here:
/// expected failures are reported in a sentence, and the page or dialog stays usable. Any other exception is a bug and propagates.
/// </summary>
public abstract class SpotterComponentBase : ComponentBase, IHandleEvent
{
    [Inject]
    public required ISnackbar Snackbar { get; init; }

    [Inject]
    public required FactWording Wording { get; init; }

    /// <summary>The dialog that this component is, or is in. Null on a page.</summary>
    [CascadingParameter]
    protected IMudDialogInstance? Surrounding { get; set; }

    /// <summary>A dialog that cannot load says why and closes, since no error boundary surrounds it. A page has one, which offers a retry.</summary>
    public override async Task SetParametersAsync(ParameterView parameters)
    {
        try
        {
            await base.SetParametersAsync(parameters);
        }
        catch (Exception exception) when (Surrounding is not null && Explain(exception) is string sentence)
        {
            Tell(sentence);
            Surrounding.Cancel();
        }
    }

    Task IHandleEvent.HandleEventAsync(EventCallbackWorkItem callback, object? arg)
    {
        var act = TryAsync(() => callback.InvokeAsync(arg));
        StateHasChanged();
        return act.IsCompletedSuccessfully || act.IsCanceled ? Task.CompletedTask : DrawAfterAsync(act);
    }

    /// <summary>Runs what is not an event of this component, such as the action of a notice, and reports its failures.</summary>
    protected async Task TryAsync(Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (Exception exception) when (Explain(exception) is string sentence)
        {
            Tell(sentence);
        }
    }

    /// <summary>What happened and what to do, if the failure is an expected one; otherwise null.</summary>
    protected string? Explain(Exception exception) => Wording.Say(Troubles.FactOf(exception));

    /// <summary>Shows it where it is visible from every page and dialog.</summary>
    protected void Tell(string sentence) => Snackbar.Add(sentence, Severity.Error, options => options.VisibleStateDuration = 15_000);

    private async Task DrawAfterAsync(Task act)
    {
        try
        {
            await act;
        }
        catch (OperationCanceledException) when (act.IsCanceled)
        {
            // The user has left the page.
            return;
        }

        StateHasChanged();
    }
}
