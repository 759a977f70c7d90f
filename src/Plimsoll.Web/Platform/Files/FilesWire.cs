namespace Plimsoll.Web.Platform.Files;

/// <summary>A file, for programs.</summary>
/// <param name="Hash">SHA-256 of its bytes, in hexadecimal: the same bytes have the same hash.</param>
/// <param name="Type">The media type, found in the bytes.</param>
/// <param name="IsPicture">Whether pages show it in place as a picture.</param>
public sealed record FileWire(
    Guid Id,
    string Name,
    string Hash,
    string Type,
    long Size,
    int? Width,
    int? Height,
    bool IsPicture,
    Guid By,
    DateTime At
)
{
    public static FileWire Of(FileCard file) =>
        new(
            file.Id,
            file.Name,
            file.Hash,
            file.Type,
            file.Size,
            file.Width,
            file.Height,
            file.IsPicture,
            file.By.Value,
            file.At
        );
}
