using Microsoft.AspNetCore.Components;
using Spotter.Web.Addresses;

namespace Spotter.Web.Components;

/// <summary>Redirects anonymous users to the sign-in page, and back afterwards.</summary>
public sealed class RedirectToSignIn : SpotterComponentBase
{
    [Inject]
    public required NavigationManager Navigation { get; init; }

    protected override void OnInitialized()
        => Navigation.NavigateTo(SpotterUrls.SignIn(new Uri(Navigation.Uri).PathAndQuery), forceLoad: true);
}
