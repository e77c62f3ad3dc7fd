using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Spotter.Core.Settings;

namespace Spotter.Web.Settings;

/// <summary>
/// Checks the configuration against the options types: each value must be readable and allowed by their attributes. Each problem is one line
/// that names the setting, its value unless it may be secret, and what is allowed. <see cref="KnownKeys"/> finds keys that are not
/// theirs.
/// </summary>
public sealed partial class SettingsCheck(IConfiguration configuration, string contentRoot, IReadOnlyList<SettingsSection> sections)
{
    /// <summary>All problems.</summary>
    public IReadOnlyList<string> FindProblems() => [.. sections.SelectMany(Check)];

    /// <summary>The line about an invalid value.</summary>
    public static string Describe(string key, string? value, string allowed)
    {
        var shown = string.Concat(HideCredentials(value ?? "").Select(c => char.IsControl(c) ? '…' : c));
        return $"{key} is \"{shown}\", but must be {allowed}.";
    }

    /// <summary>The text for display: an address may have a name and a password before its host.</summary>
    public static string HideCredentials(string text) => Credentials().Replace(text, "…@");

    /// <summary>The allowed values of a setting, in words that follow "must be".</summary>
    public static string Allowed(PropertyInfo property)
    {
        foreach (var rule in property.GetCustomAttributes<ValidationAttribute>())
        {
            switch (rule)
            {
                case RangeAttribute range:
                    return string.Create(CultureInfo.InvariantCulture, $"from {range.Minimum} to {range.Maximum}");
                case CronAttribute or HttpAddressAttribute or FolderPathAttribute or CertificateFileAttribute or TimeZoneAttribute:
                    return rule.FormatErrorMessage(property.Name);
                default:
                    break;
            }
        }

        return Kind(property.PropertyType);
    }

    /// <summary>Whether the setting's value is never shown.</summary>
    public static bool IsSecret(PropertyInfo property) => property.GetCustomAttribute<DataTypeAttribute>()?.DataType == DataType.Password;

    private static string Kind(Type type) => type switch
    {
        _ when type == typeof(bool) => "true or false",
        _ when type == typeof(int) => "a whole number",
        _ when type == typeof(double) => "a number with a decimal point, like 0.80",
        _ => "a text",
    };

    private List<string> Check(SettingsSection section)
    {
        var values = configuration.GetSection(section.Name);
        var problems = new List<string>();
        foreach (var child in values.GetChildren().Where(child => !RetiredSettings.Reasons.ContainsKey(child.Path) && !IsSection(child.Path)))
        {
            if (section.Type.GetProperty(child.Key, BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase) is { } property
                && FindProblem($"{section.Name}:{property.Name}", property, child) is { } problem)
            {
                problems.Add(problem);
            }
        }

        // Rules across several values are checked only if each value is valid.
        if (problems.Count == 0 && values.Get(section.Type) is IValidatableObject options)
        {
            problems.AddRange(options.Validate(new ValidationContext(options)).Select(result => result.MemberNames.FirstOrDefault() is { } name
                ? Describe($"{section.Name}:{name}", values[name], result.ErrorMessage!)
                : result.ErrorMessage!));
        }

        return problems;
    }

    private string? FindProblem(string key, PropertyInfo property, IConfigurationSection given)
    {
        var isSingle = property.PropertyType == typeof(string) || !property.PropertyType.IsAssignableTo(typeof(IEnumerable));
        if (isSingle && given.Value is null && given.GetChildren().ToList() is [{ Key: SecretFiles.FileKey }])
        {
            return null; // the file could not be read, which is a problem of its own
        }

        if (isSingle && given.Value is null)
        {
            return $"{key} must be {Allowed(property)}, {(given.GetChildren().Any() ? "and not a group of settings" : "and not null")}.";
        }

        object? value;
        try
        {
            value = given.Get(property.PropertyType);
        }
        catch (InvalidOperationException)
        {
            return Describe(key, given.Value, Kind(property.PropertyType));
        }

        if (!property.GetCustomAttributes<ValidationAttribute>().All(rule => rule.IsValid(value)))
        {
            return IsSecret(property) ? $"{key} must be {Allowed(property)}." : Describe(key, given.Value, Allowed(property));
        }

        return property.IsDefined(typeof(FolderPathAttribute)) && !string.IsNullOrWhiteSpace(given.Value) && File.Exists(Path.GetFullPath(given.Value.Trim(), contentRoot))
            ? Describe(key, given.Value, "a folder, and this is a file")
            : property.IsDefined(typeof(CertificateFileAttribute)) && !string.IsNullOrWhiteSpace(given.Value) && !CertificateFileAttribute.CanRead(Path.GetFullPath(given.Value.Trim(), contentRoot))
            ? Describe(key, given.Value, "a file with certificates (PEM) that Spotter can read")
            : null;
    }

    // "Sources:Files" looks like a setting of "Sources", but is a section of its own.
    private bool IsSection(string path)
        => sections.Any(section => section.Name.Equals(path, StringComparison.OrdinalIgnoreCase) || section.Name.StartsWith(path + ":", StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex(@"(?<=//)[^/?#\s]*@")]
    private static partial Regex Credentials();
}
