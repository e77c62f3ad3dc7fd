namespace Spotter.Core.Accounts;

/// <summary>Nudges a job runner to check an account's server. A nudge may be lost or doubled; the database says when a check is due.</summary>
public interface IAccountScheduler
{
    /// <summary>Requests a check of the account's server.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="userName">Its user, for the job's name.</param>
    void NudgeAccount(int accountId, string userName);
}
