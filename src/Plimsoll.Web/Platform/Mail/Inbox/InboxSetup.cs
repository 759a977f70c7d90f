using Plimsoll.Web.Platform.Mail.Leaving;

namespace Plimsoll.Web.Platform.Mail.Inbox;

/// <summary>The parts that take in answers, and let people end letters from a letter.</summary>
public static class InboxSetup
{
    public static void AddInbox(this IServiceCollection services)
    {
        services.AddSingleton<MailboxDoor>();
        services.AddSingleton<ReplyAddresses>();
        services.AddScoped<TakeLetter>();
        services.AddScoped<ParkedLetters>();
        services.AddSingleton<LeaveLinks>();
        services.AddScoped<LeaveLetters>();
    }
}
