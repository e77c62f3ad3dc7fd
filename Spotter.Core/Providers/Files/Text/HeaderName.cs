using System.Globalization;
using System.Text;

namespace Spotter.Core.Providers.Files.Text;

/// <summary>A column's name as it is compared: letters and digits alone, without case and marks.</summary>
internal static class HeaderName
{
    public static string Normalize(string name)
    {
        var key = new StringBuilder(name.Length);
        foreach (var c in name.Normalize(NormalizationForm.FormKD))
        {
            if (char.IsLetterOrDigit(c) && char.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                key.Append(char.ToLowerInvariant(c));
            }
        }

        return key.ToString();
    }
}
