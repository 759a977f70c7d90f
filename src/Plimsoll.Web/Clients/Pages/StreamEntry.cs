namespace Plimsoll.Web.Clients.Pages;

/// <summary>What is done to a stream: add, rename, remove.</summary>
public sealed class StreamEntry
{
    public Guid Id { get; set; }
    public string? Name { get; set; }
    public string? Do { get; set; }
    public int Version { get; set; }
}
