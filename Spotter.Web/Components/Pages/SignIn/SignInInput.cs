namespace Spotter.Web.Components.Pages.SignIn;

/// <summary>The fields of the sign-in form.</summary>
public sealed class SignInInput
{
    public string UserName { get; set; } = "";

    public string Password { get; set; } = "";
}
