using Plimsoll.Domain.Kernel;

namespace Plimsoll.Web.SignIn;

/// <summary>The address is not known here, or the password is another.</summary>
public sealed record WrongAddressOrPassword() : Refusal("wrong-address-or-password")
{
    public override string? Field => "password";
    public override RefusalKind Kind => RefusalKind.Malformed;
}

/// <summary>The account, or this address, waits for some minutes after too many failures.</summary>
public sealed record TooManyTries() : Refusal("too-many-tries");

/// <summary>The own password, asked for before something that matters, was another.</summary>
public sealed record WrongPassword() : Refusal("wrong-password")
{
    public override string? Field => "current";
    public override RefusalKind Kind => RefusalKind.Malformed;
}

/// <summary>A password needs a number of characters; nothing else is asked of it.</summary>
public sealed record PasswordIsTooShort(int Least) : Refusal("password-is-too-short")
{
    public override RefusalKind Kind => RefusalKind.Malformed;
    public override string? Field => "password";
    public override IReadOnlyDictionary<string, object> Words =>
        new Dictionary<string, object> { ["n"] = Least };
}

/// <summary>Neither the code of now nor a recovery code that is left.</summary>
public sealed record WrongCode() : Refusal("wrong-code")
{
    public override string? Field => "code";
    public override RefusalKind Kind => RefusalKind.Malformed;
}

/// <summary>Too long between the password and the code, or between opening the page and using the passkey.</summary>
public sealed record TookTooLong() : Refusal("took-too-long");

/// <summary>The passkey is not known here, or was not made by this page.</summary>
public sealed record PasskeyIsNotAccepted() : Refusal("passkey-is-not-accepted");

/// <summary>The second factor is on already.</summary>
public sealed record SecondFactorIsOn() : Refusal("second-factor-is-on");

/// <summary>The link was used, is too old, was replaced by a newer one, or never was.</summary>
public sealed record LinkIsSpent() : Refusal("link-is-spent")
{
    public override RefusalKind Kind => RefusalKind.NotThere;
}

/// <summary>Nobody can be invited without an address.</summary>
public sealed record PersonHasNoAddress() : Refusal("person-has-no-address");

/// <summary>A placeholder, or someone archived, does not sign in.</summary>
public sealed record PersonDoesNotSignIn() : Refusal("person-does-not-sign-in");

/// <summary>She signs in already; what she may need is a new password.</summary>
public sealed record PersonHasAccount() : Refusal("person-has-account");

/// <summary>She has not been invited yet, or has not accepted.</summary>
public sealed record PersonHasNoAccount() : Refusal("person-has-no-account");

/// <summary>Two people cannot sign in with one address.</summary>
public sealed record SignInAddressIsTaken() : Refusal("sign-in-address-is-taken")
{
    public override string? Field => "email";
}

/// <summary>Whoever opens the way in for an owner could go in as the owner.</summary>
public sealed record OnlyOwnerOpensForOwner() : Refusal("only-owner-opens-for-owner")
{
    public override RefusalKind Kind => RefusalKind.NotAllowed;
}

/// <summary>A token without a scope opens nothing.</summary>
public sealed record TokenNeedsScope() : Refusal("token-needs-scope")
{
    public override string? Field => "scopes";
    public override RefusalKind Kind => RefusalKind.Malformed;
}

/// <summary>There are as many calendar addresses as there may be; one that is not used any more can be revoked.</summary>
public sealed record TooManyFeeds(int Most) : Refusal("too-many-feeds")
{
    public override IReadOnlyDictionary<string, object> Words =>
        new Dictionary<string, object> { ["n"] = Most };
}
