namespace Plimsoll.Domain.People;

/// <summary>The days of an approved absence, whole or half: all that the week needs to know of it.</summary>
public readonly record struct AwayDays(DateOnly From, DateOnly To, bool HalfDay);
