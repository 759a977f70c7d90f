namespace Plimsoll.Web.Platform.Settings;

/// <summary>The program cannot start as things are; the message is one sentence for the person who starts it.</summary>
public sealed class CannotStart : Exception
{
    public CannotStart(string sentence)
        : base(sentence) { }

    public CannotStart() { }

    public CannotStart(string sentence, Exception cause)
        : base(sentence, cause) { }
}
