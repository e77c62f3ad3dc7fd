using Microsoft.AspNetCore.Components;
using MudBlazor;
using Spotter.Web.Wording;

namespace Spotter.Web.Components;

/// <summary>
/// The base of every component (<c>_Imports.razor</c>). Whatever a click, a key or a child's callback begins comes through here: trouble that may befall
/// anybody is told in a sentence, and the page or dialog stays as it is and can be used. What is nobody's expected trouble is a bug, and goes its way.
/// </summary>
public abstract class SpotterComponentBase : ComponentBase, IHandleEvent
{
    [Inject]
    public required ISnackbar Snackbar { get; init; }

    /// <summary>The words for facts.</summary>
    [Inject]
    public required FactWording Wording { get; init; }

    /// <summary>The dialog that this is, or is in; null on a page.</summary>
    [CascadingParameter]
    protected IMudDialogInstance? Surrounding { get; set; }

    /// <summary>A dialog that cannot read what it is about says why and closes: no error boundary surrounds it. On a page there is one, which offers another try.</summary>
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

    /// <summary>Runs what does not come as an event of this component, such as an action of a notice, and tells its trouble.</summary>
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

    /// <summary>What happened and what to do, where trouble is one that may befall anybody; else null.</summary>
    protected string? Explain(Exception exception) => Wording.Say(Troubles.FactOf(exception));

    /// <summary>Says it where it is seen from every page and dialog.</summary>
    protected void Tell(string sentence) => Snackbar.Add(sentence, Severity.Error, options => options.VisibleStateDuration = 15_000);

    private async Task DrawAfterAsync(Task act)
    {
        try
        {
            await act;
        }
        catch (OperationCanceledException) when (act.IsCanceled)
        {
            // The page was left meanwhile.
            return;
        }

        StateHasChanged();
    }
}
