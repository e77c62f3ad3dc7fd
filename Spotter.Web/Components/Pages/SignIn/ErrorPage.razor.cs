using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Diagnostics;
using Spotter.Core.Persistence;

namespace Spotter.Web.Components.Pages.SignIn;

/// <summary>What people see where a request could not be answered.</summary>
public sealed partial class ErrorPage
{
    [CascadingParameter]
    public required HttpContext HttpContext { get; set; }

    private string Sentence
        => HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error is { } error && DatabaseTroubles.Of(error) is { } trouble
            ? DatabaseTroubles.Explain(trouble)
            : "Spotter could not answer this request. Nothing was changed by it; syncs go on. Spotter's log says more.";
}
