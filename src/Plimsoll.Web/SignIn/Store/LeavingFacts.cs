namespace Plimsoll.Web.SignIn.Store;

/// <summary>Facts after which a person's open streams end; those that may go on come back by themselves.</summary>
internal static class LeavingFacts
{
    private static readonly HashSet<string> Kinds =
    [
        "signin.shut-out",
        "signin.left",
        "signin.left-everywhere",
        "signin.password-reset",
        "signin.password-changed",
    ];

    public static bool Are(string kind) => Kinds.Contains(kind);
}
