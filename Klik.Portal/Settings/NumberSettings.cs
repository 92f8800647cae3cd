using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using Klik.ParentAccess.Core;

namespace Klik.Portal.Settings;

/// <summary>Checks the whole numbers among the settings before they are bound: a failed binding says nothing to whoever set them.</summary>
internal static class NumberSettings
{
    /// <summary>Checks those of <see cref="ParentAccessOptions"/>.</summary>
    /// <exception cref="SettingException">One of them is no whole number, or out of its range.</exception>
    public static void Check(IConfiguration configuration)
    {
        foreach (var property in typeof(ParentAccessOptions).GetProperties().Where(property => property.PropertyType == typeof(int)))
        {
            var setting = $"{ParentAccessOptions.Section}:{property.Name}";
            var range = property.GetCustomAttribute<RangeAttribute>();
            if (configuration[setting] is { Length: > 0 } text
                && (!int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) || range?.IsValid(number) == false))
            {
                throw new SettingException(setting, range is null ? "must be a whole number" : $"must be a whole number from {range.Minimum} to {range.Maximum}");
            }
        }
    }
}
