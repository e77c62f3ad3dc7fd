using Microsoft.Playwright;

namespace Spotter.Tests.Support.Browsing;

/// <summary>Goes through a page or dialog with the Tab key alone, and checks at each stop that the focus is visible.</summary>
internal static class TabWalk
{
    private const int Longest = 250;
    private const string Lost = "the focus is lost";
    private const string End = "end";

    private const string Prepare = """
        () => {
            document.querySelectorAll('[data-walked]').forEach(element => element.removeAttribute('data-walked'));
            const ringed = [...document.querySelectorAll('body *')].filter(element => getComputedStyle(element).outlineStyle !== 'none' && !element.matches(':focus, :has(:focus), :focus + *'));
            return ringed.map(element => element.outerHTML.slice(0, 120));
        }
        """;

    // The ends of a focus trap pass the focus on, and even without motion a style changes over a millisecond.
    private const string IsSettled = "() => !document.activeElement?.matches('div.pointer-events-none') && !document.getAnimations().some(one => one instanceof CSSTransition && one.playState === 'running')";

    // Whoever clicks has no ring until the first key.
    private const string IsNotByKey = "() => !document.activeElement || document.activeElement === document.body || document.activeElement.tabIndex < 0 || !document.activeElement.matches(':focus-visible')";

    private const string Look = """
        () => {
            const element = document.activeElement;
            if (!element || element === document.body) {
                return 'the focus is lost';
            }
            if (element.tabIndex < 0) {
                return ''; // a heading, to which the navigation has led late
            }
            if (element.hasAttribute('data-walked')) {
                return 'end';
            }
            element.setAttribute('data-walked', '');
            const name = element.outerHTML.replace(/\s+/g, ' ').slice(0, 140);
            const isRinged = candidate => {
                const style = getComputedStyle(candidate);
                return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 && !style.outlineColor.endsWith(', 0)') || (candidate !== element && style.boxShadow.includes('inset'))
                    || (candidate.matches('.mud-input-outlined-border') && parseFloat(style.borderTopWidth) >= 2);
            };
            const bearer = [element, element.nextElementSibling, element.closest('label, .sp-field, .sp-search-field, .sp-drop'), element.closest('.mud-input')?.querySelector('.mud-input-outlined-border')].find(candidate => candidate && isRinged(candidate));
            if (!bearer) {
                return 'no ring: ' + name;
            }
            const style = getComputedStyle(bearer);
            const reach = style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineOffset) + parseFloat(style.outlineWidth) - 1;
            const box = bearer.getBoundingClientRect();
            if (box.width < 2 || box.height < 2) {
                return 'nothing to be seen: ' + name;
            }
            const isFixed = getComputedStyle(bearer).position === 'fixed';
            for (let around = bearer.parentElement; !isFixed && around && around !== document.body; around = around.parentElement) {
                const overflow = getComputedStyle(around);
                const frame = around.getBoundingClientRect();
                const isCut = (overflow.overflowX !== 'visible' && (box.left - reach < frame.left - 0.5 || box.right + reach > frame.right + 0.5))
                    || (overflow.overflowY !== 'visible' && (box.top - reach < frame.top - 0.5 || box.bottom + reach > frame.bottom + 0.5));
                if (isCut) {
                    return `cut off by ${around.className}: ` + name;
                }
                if (overflow.position === 'fixed') {
                    break;
                }
            }
            const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
            if (!top || !(bearer.contains(top) || top.contains(bearer) || element.contains(top) || element.closest('label')?.contains(top)) && !top.closest('.mud-snackbar')) {
                return `${top?.className ?? 'the edge of the window'} lies on it: ` + name;
            }
            return '';
        }
        """;

    private const string FindUnreached = """
        () => {
            const open = [...document.querySelectorAll('[role=dialog], [popover]:popover-open')].at(-1) ?? document;
            return [...open.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
                .filter(element => !element.matches('[data-walked], :disabled, [tabindex="-1"], div.pointer-events-none, .mud-button-close') && element.checkVisibility({ visibilityProperty: true })
                    && !(element.type === 'radio' && open.querySelector(`[data-walked][name="${CSS.escape(element.name)}"]`)))
                .map(element => 'never reached: ' + element.outerHTML.replace(/\s+/g, ' ').slice(0, 140));
        }
        """;

    /// <summary>The faults at all stops, without duplicates. Empty if there are none.</summary>
    public static async Task<IReadOnlyList<string>> FindFaultsAsync(IPage page, string where)
    {
        List<string> faults = [.. (await page.EvaluateAsync<string[]>(Prepare)).Select(element => "a ring without focus: " + element)];
        var isRound = await page.EvaluateAsync<bool>("() => document.querySelector('[role=dialog]') !== null");
        for (var stop = 0; stop < Longest; stop++)
        {
            if (stop > 0 || await page.EvaluateAsync<bool>(IsNotByKey))
            {
                await page.Keyboard.PressAsync("Tab");
            }

            await page.WaitForFunctionAsync(IsSettled);
            var seen = await page.EvaluateAsync<string>(Look);
            if (isRound && seen is (End or Lost))
            {
                break;
            }

            // A page starts at its heading, so the first controls come after the last one. A dialog keeps the focus inside.
            isRound = isRound || seen == Lost;
            if (seen is not ("" or End or Lost))
            {
                faults.Add(seen);
            }
        }

        faults.AddRange(await page.EvaluateAsync<string[]>(FindUnreached));
        return [.. faults.Distinct().Select(fault => $"{where}: {fault}")];
    }
}
