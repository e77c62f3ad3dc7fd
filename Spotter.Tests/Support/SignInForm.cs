using System.Net;
using System.Text.RegularExpressions;

namespace Spotter.Tests.Support;

/// <summary>A user at the sign-in page, without a browser. It keeps cookies and follows no redirects.</summary>
internal sealed partial class SignInForm : IDisposable
{
    public SignInForm(Uri spotter)
        => Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = Cookies }) { BaseAddress = spotter };

    public HttpClient Http { get; }

    public CookieContainer Cookies { get; } = new();

    public bool IsSignedIn => Cookies.GetCookies(Http.BaseAddress!)["spotter"] is not null;

    /// <summary>Opens the form and posts it.</summary>
    public async Task<HttpResponseMessage> PostAsync(string userName, string password, string returnUrl = "/")
    {
        var path = $"/sign-in?returnUrl={Uri.EscapeDataString(returnUrl)}";
        return await PostAsync(path, await TokenAsync(path), userName, password);
    }

    public async Task<HttpResponseMessage> PostAsync(string path, string token, string userName, string password)
    {
        using var form = new FormUrlEncodedContent(
        [
            new("_handler", "sign-in"), new("__RequestVerificationToken", token), new("Input.UserName", userName), new("Input.Password", password),
        ]);
        return await Http.PostAsync(new Uri(path, UriKind.Relative), form);
    }

    /// <summary>The antiforgery token of a page's form.</summary>
    public async Task<string> TokenAsync(string path)
        => TokenOf(await Http.GetStringAsync(new Uri(path, UriKind.Relative)));

    /// <summary>The antiforgery token in a page.</summary>
    public static string TokenOf(string html) => Token().Match(html).Groups["token"].Value;

    /// <summary>What the page says about the attempt.</summary>
    public static async Task<string> MessageAsync(HttpResponseMessage response)
        => WebUtility.HtmlDecode(Message().Match(await response.Content.ReadAsStringAsync()).Groups["message"].Value);

    public void Dispose() => Http.Dispose();

    [GeneratedRegex("""name="__RequestVerificationToken" value="(?<token>[^"]+)""")]
    private static partial Regex Token();

    [GeneratedRegex("""data-testid="sign-in-message"[^>]*>(?<message>[^<]+)<""")]
    private static partial Regex Message();
}
