using System.ComponentModel.DataAnnotations;
using Cronos;

namespace Spotter.Core.Settings;

/// <summary>The setting is a cron expression of five fields.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class CronAttribute() : ValidationAttribute("a cron expression of five fields, like \"0 * * * *\" for hourly")
{
    /// <inheritdoc/>
    public override bool IsValid(object? value) => value is string text && CronExpression.TryParse(text, out _);
}
