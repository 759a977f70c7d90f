using System.Diagnostics.CodeAnalysis;
using Plimsoll.Domain.Kernel;

namespace Plimsoll.Domain.Clients;

/// <summary>A kind of work within a project: content, promotion, creative (PRODUCT 1).</summary>
[SuppressMessage("Naming", "CA1711", Justification = "Stream is the word of the trade.")]
public sealed class ProjectStream
{
    public const int NameLimit = 80;

    public StreamId Id { get; private set; }

    public string Name { get; private set; } = "";

    private ProjectStream() { }

    internal static ProjectStream Named(string name) => new() { Id = StreamId.New(), Name = name };

    internal void Rename(string name) => Name = name;
}
