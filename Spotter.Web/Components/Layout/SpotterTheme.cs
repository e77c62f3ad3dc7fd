using MudBlazor;
using MudBlazor.Utilities;

namespace Spotter.Web.Components.Layout;

/// <summary>Colours, fonts and sizes. The style sheets take them from here through CSS variables.</summary>
public static class SpotterTheme
{
    /// <summary>The page's background in dark mode, for the frame of the browser's window.</summary>
    public const string DarkBackground = "#0F1216";

    /// <summary>The page's background in light mode.</summary>
    public const string LightBackground = "#F6F7F9";

    private const string Sans = "Inter Variable";

    public static MudTheme Theme { get; } = new()
    {
        PaletteDark = new PaletteDark
        {
            Background = DarkBackground,
            Surface = "#161B21",
            // MudBlazor has no colour for raised surfaces; its own components do not use this one.
            BackgroundGray = "#1D242C",
            DrawerBackground = "#0F1216",
            DrawerText = "#9AA7B4",
            DrawerIcon = "#9AA7B4",
            AppbarBackground = "#0F1216",
            AppbarText = "#E7ECF1",
            LinesDefault = "#2A333D",
            LinesInputs = "#5D6B79",
            TableLines = "#2A333D",
            TableHover = "#1D242C",
            TableStriped = "#161B21",
            Divider = "#2A333D",
            DividerLight = "#2A333D",
            Skeleton = "#1D242C",
            TextPrimary = "#E7ECF1",
            TextSecondary = "#9AA7B4",
            TextDisabled = "#6B7885",
            ActionDefault = "#9AA7B4",
            ActionDisabled = "#55616D",
            ActionDisabledBackground = "#1D242C",
            Primary = "#2EC4B6",
            PrimaryContrastText = "#06211E",
            Secondary = "#9AA7B4",
            SecondaryContrastText = "#0F1216",
            Tertiary = "#6AA8FF",
            TertiaryContrastText = "#0A1626",
            Info = "#6AA8FF",
            InfoContrastText = "#0A1626",
            Success = "#4CC38A",
            SuccessContrastText = "#071D13",
            Warning = "#F2A93B",
            WarningContrastText = "#241703",
            Error = "#FF6B6B",
            ErrorContrastText = "#2A0808",
            Dark = "#1D242C",
            DarkContrastText = "#E7ECF1",
            OverlayDark = "rgba(5,8,11,0.66)",
            HoverOpacity = 0.08,
        },
        PaletteLight = new PaletteLight
        {
            Background = LightBackground,
            Surface = "#FFFFFF",
            BackgroundGray = "#FFFFFF",
            DrawerBackground = "#F6F7F9",
            DrawerText = "#56616D",
            DrawerIcon = "#56616D",
            AppbarBackground = "#F6F7F9",
            AppbarText = "#14181D",
            LinesDefault = "#E1E5EA",
            LinesInputs = "#8591A0",
            TableLines = "#E1E5EA",
            TableHover = "#F0F3F6",
            TableStriped = "#FAFBFC",
            Divider = "#E1E5EA",
            DividerLight = "#E1E5EA",
            Skeleton = "#E9ECF0",
            TextPrimary = "#14181D",
            TextSecondary = "#56616D",
            TextDisabled = "#8591A0",
            ActionDefault = "#56616D",
            ActionDisabled = "#A5AFB9",
            ActionDisabledBackground = "#E9ECF0",
            Primary = "#0B7F77",
            PrimaryContrastText = "#FFFFFF",
            Secondary = "#56616D",
            SecondaryContrastText = "#FFFFFF",
            Tertiary = "#1F62C9",
            TertiaryContrastText = "#FFFFFF",
            Info = "#1F62C9",
            InfoContrastText = "#FFFFFF",
            Success = "#1B7F4B",
            SuccessContrastText = "#FFFFFF",
            Warning = "#9A5B00",
            WarningContrastText = "#FFFFFF",
            Error = "#C22F35",
            ErrorContrastText = "#FFFFFF",
            Dark = "#14181D",
            DarkContrastText = "#FFFFFF",
            OverlayDark = "rgba(20,24,29,0.45)",
            HoverOpacity = 0.06,
        },
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "10px", AppbarHeight = "56px", DrawerWidthLeft = "224px" },
        Shadows = new Shadow { Elevation = ["none", .. Enumerable.Repeat("0 8px 28px rgba(4, 8, 12, 0.28), 0 1px 3px rgba(4, 8, 12, 0.18)", 25)] },
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = [Sans, "system-ui", "sans-serif"], FontSize = "0.9375rem", FontWeight = "400", LineHeight = "1.5", LetterSpacing = "normal" },
            H1 = new H1Typography { FontFamily = [Sans, "system-ui", "sans-serif"], FontSize = "1.5rem", FontWeight = "650", LineHeight = "1.3", LetterSpacing = "-0.015em" },
            H2 = new H2Typography { FontFamily = [Sans, "system-ui", "sans-serif"], FontSize = "1.125rem", FontWeight = "620", LineHeight = "1.4", LetterSpacing = "-0.01em" },
            H6 = new H6Typography { FontFamily = [Sans, "system-ui", "sans-serif"], FontSize = "1.0625rem", FontWeight = "620", LineHeight = "1.4", LetterSpacing = "-0.01em" },
            Body1 = new Body1Typography { FontFamily = [Sans, "system-ui", "sans-serif"], FontSize = "0.9375rem", FontWeight = "400", LineHeight = "1.5", LetterSpacing = "normal" },
            Body2 = new Body2Typography { FontFamily = [Sans, "system-ui", "sans-serif"], FontSize = "0.875rem", FontWeight = "400", LineHeight = "1.45", LetterSpacing = "normal" },
            Button = new ButtonTypography { FontFamily = [Sans, "system-ui", "sans-serif"], FontSize = "0.875rem", FontWeight = "560", LineHeight = "1.5", LetterSpacing = "normal", TextTransform = "none" },
            Caption = new CaptionTypography { FontFamily = [Sans, "system-ui", "sans-serif"], FontSize = "0.8125rem", FontWeight = "400", LineHeight = "1.4", LetterSpacing = "normal" },
        },
    };
    /// <summary>The dark colours as a style sheet, for pages without MudBlazor's components. Its own has a hundred more lines, which the first
    /// visit would have to wait for.</summary>
    public static string BareColors { get; } = ColorsOf(Theme.PaletteDark);

    private static string ColorsOf(Palette palette)
    {
        (string Name, MudColor Color)[] colors =
        [
            ("background", palette.Background), ("background-gray", palette.BackgroundGray), ("surface", palette.Surface),
            ("lines-default", palette.LinesDefault), ("lines-inputs", palette.LinesInputs), ("skeleton", palette.Skeleton),
            ("text-primary", palette.TextPrimary), ("text-secondary", palette.TextSecondary),
            ("primary", palette.Primary), ("primary-text", palette.PrimaryContrastText),
            ("info", palette.Info), ("success", palette.Success), ("warning", palette.Warning), ("error", palette.Error),
        ];
        return $":root{{{string.Concat(colors.Select(color => $"--mud-palette-{color.Name}:{color.Color.ToString(MudColorOutputFormats.Hex)};"))}}}";
    }
}
