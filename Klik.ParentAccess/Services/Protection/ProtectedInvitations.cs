using Klik.ParentAccess.Core.Invitations;
using Klik.ParentAccess.Core.Privacy;
using Klik.ParentAccess.Services.Invitations;
using Klik.ParentAccess.Services.Storage;
using YesSql.Services;

namespace Klik.ParentAccess.Services.Protection;

/// <summary>The protected texts of invitations, which are in documents.</summary>
internal sealed class ProtectedInvitations(InvitationItems items, TenantDatabase database)
{
    /// <summary>The next that have an address under another key version, or have lost it: of those the index tells no version.</summary>
    public async Task<IReadOnlyList<ProtectedRow>> ListAsync(byte keyVersion, string? after, int most, CancellationToken cancellationToken)
    {
        var ids = await database.QueryAsync(
            $"""
            SELECT "InvitationId" FROM {database.Invitations}
            WHERE "InvitationId" > {after ?? ""} AND ("AddressHash" IS NULL OR "AddressHash" NOT LIKE {Like.HashesUnder(keyVersion)})
            ORDER BY "InvitationId" LIMIT {most}
            """,
            row => row.GetString(0),
            cancellationToken);
        var found = await items.ListAsync(index => index.InvitationId.IsIn(ids), cancellationToken);
        return [.. ids.Join(found, id => id, invitation => invitation.Id.ToString(), (_, invitation) => Row(invitation))];
    }

    /// <summary>Replaces those that nobody has locked; to be called in a transaction.</summary>
    public async Task<int> ReplaceAsync(IReadOnlyList<RenewedRow> rows, CancellationToken cancellationToken)
    {
        var renewed = rows.ToDictionary(row => row.Old);
        var ids = rows.Select(row => row.Old.Id).ToList();
        var replaced = 0;
        foreach (var item in await items.LockFreeAsync(index => index.InvitationId.IsIn(ids), cancellationToken))
        {
            var invitation = item.ToInvitation();
            if (renewed.TryGetValue(Row(invitation), out var row) && !await IsTakenAsync(invitation, row.AddressHash, cancellationToken))
            {
                await items.SaveAsync(
                    item, invitation with { Name = row.Name!, Address = row.Address, AddressHash = row.AddressHash }, cancellationToken);
                replaced++;
            }
        }

        return replaced;
    }

    private static ProtectedRow Row(Invitation invitation) => new(invitation.Id.ToString(), invitation.Name, invitation.Address);

    private async Task<bool> IsTakenAsync(Invitation invitation, AddressHash? addressHash, CancellationToken cancellationToken)
    {
        var (student, hash) = (invitation.StudentId.Value, addressHash?.Value);
        return hash is not null && await items.ListAsync(index => index.StudentId == student && index.AddressHash == hash, cancellationToken) is [_, ..];
    }
}
