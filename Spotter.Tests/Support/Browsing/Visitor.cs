using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Spotter.Tests.Support.Browsing;

/// <summary>A user with a browser window whose console is watched.</summary>
public sealed class Visitor : IAsyncDisposable
{
    private const string IsDrawn = """
        dark => {
            const [red] = getComputedStyle(document.body).backgroundColor.match(/\d+/g).map(Number);
            const isMoving = document.getAnimations().some(a => a.playState === 'running' && a.effect.getTiming().iterations !== Infinity);
            return !isMoving && (document.querySelector('[data-testid=bare]') !== null || (red < 128) === dark);
        }
        """;

    /// <summary>Not a WCAG rule, but screen reader users navigate by headings.</summary>
    private const string HeadingOrder = "heading-order";

    /// <summary>Live regions that would be read out at length with every change of theirs. A notice at the bottom is read once, alone.</summary>
    private const string Talkative = """
        () => [...document.querySelectorAll('[role=status], [role=alert], [role=log], [aria-live]:not([aria-live=off], #mud-snackbar-container)')]
            .map(region => ({ region, words: region.innerText.trim().split(/\s+/).length }))
            .filter(({ words }) => words > 40)
            .map(({ region, words }) => `a live region of ${words} words: ${region.outerHTML.slice(0, 200)}`)
        """;

    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _errors;

    private Visitor(IBrowserContext context, IPage page, ConcurrentQueue<string> errors)
    {
        _context = context;
        Page = page;
        _errors = errors;
    }

    public IPage Page { get; }

    public static async Task<Visitor> InAsync(IBrowserContext context)
    {
        var errors = new ConcurrentQueue<string>();
        var page = await context.NewPageAsync();
        Watch(page, errors);
        return new Visitor(context, page, errors);
    }

    /// <summary>A second tab of the same user.</summary>
    public async Task<IPage> OpenTabAsync(string path)
    {
        var page = await _context.NewPageAsync();
        Watch(page, _errors);
        await page.GotoAsync(path);
        return page;
    }

    /// <summary>Signs in with the form and waits until the pages are interactive.</summary>
    public async Task SignInAsync(string userName = "demo", string password = "demo")
    {
        await Page.GotoAsync("sign-in");
        await Page.GetByLabel("User name").FillAsync(userName);
        await Page.GetByLabel("Password").FillAsync(password);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Page.GetByTestId("frame").WaitForAsync();
    }

    /// <summary>Fails if the console of any tab holds an error.</summary>
    public void AssertNoErrors(string? except = null)
    {
        var errors = _errors.Where(error => except is null || !error.Contains(except, StringComparison.Ordinal)).ToList();
        Assert.True(errors.Count == 0, "The console of the browser holds:\n" + string.Join('\n', errors));
    }

    /// <summary>The serious faults that axe finds on the current page. There should be none.</summary>
    public async Task<IReadOnlyList<string>> FindAccessFaultsAsync()
    {
        if (await RunAxeAsync() is not { Count: > 0 })
        {
            return [];
        }

        // A colour in transition is not the page's. A real fault is still there after all animations have ended.
        await Page.EvaluateAsync("""
            () => Promise.all(document.getAnimations()
                .filter(animation => animation.playState === 'running' && Number.isFinite(animation.effect?.getComputedTiming().endTime ?? Infinity))
                .map(animation => animation.finished.catch(() => null))).then(() => null)
            """);
        return await RunAxeAsync();
    }

    private async Task<IReadOnlyList<string>> RunAxeAsync()
    {
        var result = await Page.RunAxe(new AxeRunOptions
        {
            RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"] },
            Rules = new Dictionary<string, RuleOptions> { [HeadingOrder] = new() { Enabled = true } },
        });
        return
        [
            .. (await Page.EvaluateAsync<string[]>(Talkative)).Select(region => $"{Page.Url}: {region}"),
            .. result.Violations.Where(violation => violation.Impact is "serious" or "critical" || violation.Id == HeadingOrder)
                .Select(violation => $"{Page.Url}: {violation.Id}: {violation.Help}\n"
                    + string.Join('\n', violation.Nodes.Take(5).Select(node => $"    {node.Html}"))),
        ];
    }

    /// <summary>Chooses a file for an input of the page, once the page can handle it.</summary>
    public Task ChooseFileAsync(string testId, string name, string content) => ChooseFileAsync(testId, name, System.Text.Encoding.UTF8.GetBytes(content));

    /// <summary>Chooses a file for an input of the page, once the page can handle it.</summary>
    public async Task ChooseFileAsync(string testId, string name, byte[] content)
    {
        var input = Page.GetByTestId(testId);
        await input.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
        await Page.WaitForFunctionAsync("id => '_blazorInputFileNextFileId' in document.querySelector(`[data-testid=${id}]`)", testId);
        await input.SetInputFilesAsync(new FilePayload { Name = name, MimeType = "text/plain", Buffer = content });
    }

    /// <summary>Sets the system's dark or light mode, and waits until the page follows. The sign-in page is always dark.</summary>
    public async Task UseAsync(ColorScheme scheme)
    {
        var other = scheme == ColorScheme.Dark ? ColorScheme.Light : ColorScheme.Dark;
        for (var attempt = 0; attempt < 5; attempt++)
        {
            // A page that has just been rendered may not listen yet.
            if (attempt > 0)
            {
                // The page does not notice two changes within one frame, so it must render the other mode first.
                await Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = other });
                await Page.EvaluateAsync("() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
            }

            await Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
            try
            {
                await Page.WaitForFunctionAsync(IsDrawn, scheme == ColorScheme.Dark, new PageWaitForFunctionOptions { Timeout = 5_000 });
                return;
            }
            catch (TimeoutException)
            {
                // Try again.
            }
        }

        Assert.Fail($"{Page.Url} did not turn {scheme}.");
    }

    /// <summary>Takes screenshots of the page: artifacts/screenshots/name-{dark,light}-{desktop,phone}.png.</summary>
    public async Task KeepScreenshotsAsync(string name)
    {
        foreach (var screen in Enum.GetValues<Screen>())
        {
            var size = Chromium.SizeOf(screen);
            await Page.SetViewportSizeAsync(size.Width, size.Height);
            foreach (var scheme in new[] { ColorScheme.Dark, ColorScheme.Light })
            {
                await UseAsync(scheme);
                await Page.ScreenshotAsync(new PageScreenshotOptions
                {
                    Path = Path.Combine(Repository.Root, "artifacts", "screenshots",
                        $"{name}-{(scheme == ColorScheme.Dark ? "dark" : "light")}-{(screen == Screen.Desktop ? "desktop" : "phone")}.png"),
                    Animations = ScreenshotAnimations.Disabled,
                });
            }
        }
    }

    /// <summary>Looks for serious faults in dark and light, adds them to the list, and takes screenshots. The window is large afterwards.</summary>
    public async Task LookAsync(string name, List<string> faults)
    {
        foreach (var scheme in new[] { ColorScheme.Dark, ColorScheme.Light })
        {
            await UseAsync(scheme);
            faults.AddRange(await FindAccessFaultsAsync());
        }

        await KeepScreenshotsAsync(name);
        var size = Chromium.SizeOf(Screen.Desktop);
        await Page.SetViewportSizeAsync(size.Width, size.Height);
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    private static void Watch(IPage page, ConcurrentQueue<string> errors)
    {
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                errors.Enqueue($"{page.Url}: {message.Text} {message.Location}");
            }
        };
        page.PageError += (_, error) => errors.Enqueue($"{page.Url}: {error}");
    }
}
