using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Spotter.Web.Access;

namespace Spotter.Web.Components;

/// <summary>The root of everything interactive: finds out who the user is before any page is created, so that pages know from the start.</summary>
public sealed partial class Routes
{
    private bool _isReady;

    [Inject]
    public required CircuitAccess Access { get; init; }

    [Inject]
    public required AuthenticationStateProvider Authentication { get; init; }

    [Inject]
    public required CurrentUser CurrentUser { get; init; }

    [Inject]
    public required CurrentPreferences Preferences { get; init; }

    protected override async Task OnInitializedAsync()
    {
        var principal = (await Authentication.GetAuthenticationStateAsync()).User;
        CurrentUser.Set(principal);

        // The sign-in page, which is rendered without a circuit, is for everybody.
        await Access.BeginAsync(principal, () => InvokeAsync(StateHasChanged));
        if (CurrentUser.IsSignedIn)
        {
            await Preferences.LoadAsync(CurrentUser.Id, CancellationToken.None);
        }

        _isReady = true;
    }
}
