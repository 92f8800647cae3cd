using Klik.ParentAccess.Core.Students;
using Klik.ParentAccess.Services.Storage;
using OrchardCore.Users;
using OrchardCore.Users.Handlers;
using OrchardCore.Users.Models;

namespace Klik.ParentAccess.Services.Students;

/// <summary>
/// Keeps the students' table in step with Orchard's users: a user with the role is a student, by the import's row of the same user
/// name or else by a row of its own, and a disabled user is an inactive student (rule I7).
/// </summary>
internal sealed class StudentUserHandler(TenantDatabase database, StudentTable students, StudentRole role, IStudentDetails details, TimeProvider time) : UserEventHandlerBase
{
    /// <inheritdoc/>
    public override Task CreatedAsync(UserCreateContext context) => FollowAsync(context.User);

    /// <inheritdoc/>
    public override Task UpdatedAsync(UserUpdateContext context) => FollowAsync(context.User);

    /// <inheritdoc/>
    public override async Task DeletedAsync(UserDeleteContext context)
    {
        if (context.User is User user)
        {
            await ForgetAsync(user.UserId);
        }
    }

    /// <summary>Writes down what a user says of a student now.</summary>
    public async Task FollowAsync(IUser someone)
    {
        if (someone is not User user)
        {
            return;
        }

        if (!role.Has(user))
        {
            await ForgetAsync(user.UserId);
        }
        else if (!await students.TryLinkAsync(user.UserId, user.UserName, user.IsEnabled, CancellationToken.None))
        {
            await students.SaveAsync(ToRow(user, await details.OfAsync(user)), CancellationToken.None);
        }
    }

    private StudentRow ToRow(User user, StudentDetails details) => new()
    {
        Id = user.UserId,
        GivenName = details.GivenName,
        FamilyName = details.FamilyName,
        DisplayName = details.DisplayName,
        ClassTitle = details.ClassTitle,
        BirthDate = details.BirthDate,
        FamilyLanguage = FamilyLanguage.Of(details.FamilyLanguage),
        UserName = user.UserName,
        Address = user.Email,
        IsActiveInSource = true,
        IsDeactivated = !user.IsEnabled,
        IsImported = false,
        UserId = user.UserId,
        ChangedAt = time.GetUtcNow(),
    };

    // A student without a user is one who has left, and stays for the parents; an imported one goes by the import alone again.
    private async Task ForgetAsync(string userId)
    {
        await database.ExecuteAsync(
            $"UPDATE {database.Students} SET is_active_in_source = FALSE WHERE user_id = {userId} AND NOT is_imported",
            CancellationToken.None);
        await database.ExecuteAsync(
            $"UPDATE {database.Students} SET user_id = NULL WHERE user_id = {userId} AND is_imported",
            CancellationToken.None);
    }
}
