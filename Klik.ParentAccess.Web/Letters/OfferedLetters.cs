using Klik.ParentAccess.Core;
using Klik.ParentAccess.Core.Letters;
using Microsoft.Extensions.DependencyInjection;

namespace Klik.ParentAccess.Web.Letters;

/// <summary>Whether this school uses parent letters: the host says so by
/// <see cref="ParentAccessServiceCollectionExtensions.AddParentLetters"/>.</summary>
internal sealed class OfferedLetters(IServiceProviderIsService services)
{
    public bool IsOffered { get; } = services.IsService(typeof(RedeemActivationCode));
}
