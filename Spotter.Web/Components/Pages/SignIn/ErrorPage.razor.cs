using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Diagnostics;
using Spotter.Core.Persistence;
using Spotter.Core.Sync;
using Spotter.Web.Wording;

namespace Spotter.Web.Components.Pages.SignIn;

/// <summary>Shown if a request failed.</summary>
public sealed partial class ErrorPage
{
    [CascadingParameter]
    public required HttpContext HttpContext { get; set; }

    [Inject]
    public required FactWording Wording { get; init; }

    private string Sentence
        => HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error is { } error && DatabaseTroubles.Of(error) is { } trouble
            ? Wording.Say(DatabaseFacts.Of(trouble))
            : "Spotter could not answer this request. Nothing was changed, and syncs continue. Spotter's log says more.";
}
