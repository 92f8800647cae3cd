using Klik.ParentAccess.Core.Keys;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;

namespace Klik.Portal.Keys;

/// <summary>Keeps the keys of cookies and forms in the portal's key folder.</summary>
internal sealed class DataProtectionKeys(KeyFolder folder, ILoggerFactory loggers) : IConfigureOptions<KeyManagementOptions>
{
    public void Configure(KeyManagementOptions options) => options.XmlRepository = new FileSystemXmlRepository(folder.Directory, loggers);
}
