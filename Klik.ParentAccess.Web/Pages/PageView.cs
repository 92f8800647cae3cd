using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Klik.ParentAccess.Web.Pages;

/// <summary>A page: a static component with its parameters, and what the layout needs to know.</summary>
/// <param name="Component">The component; its root element has the class <c>klik</c>.</param>
/// <param name="Title">The page's title in the reader's language, without the school's name.</param>
/// <param name="Parameters">The component's parameters by name.</param>
/// <param name="StatusCode">The HTTP status of the answer.</param>
public sealed record PageView(
    Type Component,
    string Title,
    IReadOnlyDictionary<string, object?> Parameters,
    int StatusCode = StatusCodes.Status200OK)
{
    /// <summary>The component with its parameters, as it stands in a layout; a parameter without a value is left out.</summary>
    public RenderFragment Content => builder =>
    {
        builder.OpenComponent(0, Component);
        foreach (var (name, value) in Parameters)
        {
            if (value is not null)
            {
                builder.AddComponentParameter(1, name, value);
            }
        }

        builder.CloseComponent();
    };

    /// <summary>A page of a component.</summary>
    /// <param name="title">The page's title in the reader's language.</param>
    /// <param name="parameters">The component's parameters; use <c>nameof</c> for the names.</param>
    /// <typeparam name="TComponent">The component.</typeparam>
    public static PageView Of<TComponent>(string title, params ReadOnlySpan<(string Name, object? Value)> parameters)
        where TComponent : IComponent
    {
        var byName = new Dictionary<string, object?>(parameters.Length);
        foreach (var (name, value) in parameters)
        {
            byName.Add(name, value);
        }

        return new PageView(typeof(TComponent), title, byName);
    }
}
