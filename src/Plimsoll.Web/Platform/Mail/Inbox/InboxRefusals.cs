using Plimsoll.Domain.Kernel;

namespace Plimsoll.Web.Platform.Mail.Inbox;

/// <summary>The letter was sent to no address that a letter of ours gave.</summary>
public sealed record LetterAnswersNothing() : Refusal("letter-answers-nothing");

/// <summary>The address it was sent to stands for nothing any more.</summary>
public sealed record ReplyAddressIsOver() : Refusal("reply-address-is-over");

/// <summary>Another address wrote than the one the letter was sent to.</summary>
public sealed record SenderIsAnother() : Refusal("sender-is-another");

/// <summary>Below the quoted letter and the signature there is nothing.</summary>
public sealed record LetterIsEmpty() : Refusal("letter-is-empty");

/// <summary>The letter is larger than what may be brought in.</summary>
public sealed record LetterIsTooLarge() : Refusal("letter-is-too-large");

/// <summary>The letter is not of the form of letters.</summary>
public sealed record LetterIsUnreadable() : Refusal("letter-is-unreadable");
