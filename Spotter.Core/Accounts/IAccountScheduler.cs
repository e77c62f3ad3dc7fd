namespace Spotter.Core.Accounts;

/// <summary>Nudges a job runner to look at an account's server. A nudge may be lost or doubled: when to look is in the database.</summary>
public interface IAccountScheduler
{
    /// <summary>Have the account's server looked at soon.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="userName">Its user, for the job's name.</param>
    void NudgeAccount(int accountId, string userName);
}
