using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;
using Spotter.Core.Accounts;
using Spotter.Web.Access;
using Spotter.Web.Addresses;
using Spotter.Web.Settings;

namespace Spotter.Web.Components.Pages.SignIn;

/// <summary>The sign-in page. Rendered on the server without a circuit, since only a plain response can set a cookie.</summary>
public sealed partial class SignInPage
{
    private string? _message;

    [Inject]
    public required SignInGate SignInGate { get; init; }

    [Inject]
    public required KnownDevices Devices { get; init; }

    [Inject]
    public required DemoMode Demo { get; init; }

    [Inject]
    public required IOptions<ServerOptions> Server { get; init; }

    [CascadingParameter]
    public required HttpContext HttpContext { get; set; }

    [SupplyParameterFromForm(FormName = "sign-in")]
    public SignInInput Input { get; set; } = default!;

    [SupplyParameterFromQuery]
    public string? ReturnUrl { get; set; }

    private string? ServerName => Uri.TryCreate(Server.Value.BaseUrl, UriKind.Absolute, out var address) ? address.Host : null;

    protected override void OnInitialized()
    {
        Input ??= new SignInInput();
        if (HttpMethods.IsGet(HttpContext.Request.Method) && Visitor.Find(HttpContext.User) is not null)
        {
            GoOn();
        }
    }

    private async Task SignInAsync()
    {
        if (string.IsNullOrWhiteSpace(Input.UserName) || string.IsNullOrEmpty(Input.Password))
        {
            _message = "Type your user name and your password.";
            return;
        }

        var name = Input.UserName.Trim();
        var (visitor, refusal) = await SignInGate.EnterAsync(
            new Credentials(name, Input.Password), HttpContext.Connection.RemoteIpAddress, Devices.Find(HttpContext, name), HttpContext.RequestAborted);
        if (visitor is not null)
        {
            await HttpContext.StartSessionAsync(visitor);
            GoOn();
            return;
        }

        _message = refusal!.Message;
        if (refusal.RetryAfter is { } wait)
        {
            HttpContext.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }
    }

    // Not by NavigationManager, which unescapes the address, and a header cannot contain the result.
    private void GoOn() => HttpContext.Response.Redirect(LocalUrl.OrHome(ReturnUrl ?? $"{HttpContext.Request.PathBase}{SpotterUrls.HomePath}"));
}
