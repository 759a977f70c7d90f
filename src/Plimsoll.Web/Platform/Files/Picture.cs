using SkiaSharp;

namespace Plimsoll.Web.Platform.Files;

/// <summary>Looks at pictures, and makes small ones of them. Never unpacks one that would fill the memory.</summary>
internal static class Picture
{
    /// <summary>Four bytes each while a small one is made: 200 MB.</summary>
    public const long MostPixels = 50_000_000;
    private const int Quality = 82;

    public static bool IsRead(string type) => MediaType.IsPicture(type) && type != MediaType.Avif;

    /// <summary>Width and height as it is to be looked at; nothing when it is no picture after all. Reads its head only.</summary>
    public static (int Width, int Height)? Size(Stream bytes)
    {
        using var stream = new SKManagedStream(bytes, disposeManagedStream: false);
        using var codec = SKCodec.Create(stream);
        if (codec is null || codec.Info.Width <= 0 || codec.Info.Height <= 0)
            return null;
        return Turned(codec.EncodedOrigin)
            ? (codec.Info.Height, codec.Info.Width)
            : (codec.Info.Width, codec.Info.Height);
    }

    /// <summary>
    /// A WebP whose longer side has at most so many points, upright, in the colours of the web and without anything the
    /// camera wrote beside it. Nothing when the picture cannot be read.
    /// </summary>
    public static byte[]? Small(byte[] bytes, int side)
    {
        using var data = SKData.CreateCopy(bytes);
        using var codec = SKCodec.Create(data);
        if (codec is null || (long)codec.Info.Width * codec.Info.Height > MostPixels)
            return null;
        using var whole = Read(codec, side);
        if (whole is null)
            return null;
        var origin = codec.EncodedOrigin;
        var (width, height) = Turned(origin)
            ? (whole.Height, whole.Width)
            : (whole.Width, whole.Height);
        var scale = Math.Min(1f, (float)side / Math.Max(width, height));
        var info = new SKImageInfo(
            Math.Max(1, (int)MathF.Round(width * scale)),
            Math.Max(1, (int)MathF.Round(height * scale)),
            SKColorType.Rgba8888,
            SKAlphaType.Premul,
            SKColorSpace.CreateSrgb()
        );
        using var surface = SKSurface.Create(info);
        if (surface is null)
            return null;
        surface.Canvas.Clear(SKColors.Transparent);
        surface.Canvas.Scale((float)info.Width / width, (float)info.Height / height);
        surface.Canvas.Concat(Upright(origin, width, height));
        using var image = SKImage.FromBitmap(whole);
        surface.Canvas.DrawImage(
            image,
            0,
            0,
            new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear)
        );
        using var small = surface.Snapshot();
        using var encoded = small.Encode(SKEncodedImageFormat.Webp, Quality);
        return encoded?.ToArray();
    }

    /// <summary>Where the form allows it (JPEG does), a smaller picture is unpacked in the first place.</summary>
    private static SKBitmap? Read(SKCodec codec, int side)
    {
        var longer = Math.Max(codec.Info.Width, codec.Info.Height);
        var size = codec.GetScaledDimensions(Math.Min(1f, 2f * side / longer));
        var bitmap = new SKBitmap(
            new SKImageInfo(
                size.Width,
                size.Height,
                SKColorType.Rgba8888,
                SKAlphaType.Premul,
                SKColorSpace.CreateSrgb()
            )
        );
        var result = codec.GetPixels(bitmap.Info, bitmap.GetPixels());
        // A picture that breaks off shows what has come.
        if (result is SKCodecResult.Success or SKCodecResult.IncompleteInput)
            return bitmap;
        bitmap.Dispose();
        return null;
    }

    private static bool Turned(SKEncodedOrigin origin) => origin >= SKEncodedOrigin.LeftTop;

    /// <summary>How a camera held askew is set right (EXIF 2.3, tag 274).</summary>
    private static SKMatrix Upright(SKEncodedOrigin origin, float w, float h) =>
        origin switch
        {
            SKEncodedOrigin.TopRight => new(-1, 0, w, 0, 1, 0, 0, 0, 1),
            SKEncodedOrigin.BottomRight => new(-1, 0, w, 0, -1, h, 0, 0, 1),
            SKEncodedOrigin.BottomLeft => new(1, 0, 0, 0, -1, h, 0, 0, 1),
            SKEncodedOrigin.LeftTop => new(0, 1, 0, 1, 0, 0, 0, 0, 1),
            SKEncodedOrigin.RightTop => new(0, -1, w, 1, 0, 0, 0, 0, 1),
            SKEncodedOrigin.RightBottom => new(0, -1, w, -1, 0, h, 0, 0, 1),
            SKEncodedOrigin.LeftBottom => new(0, 1, 0, -1, 0, h, 0, 0, 1),
            _ => SKMatrix.Identity,
        };
}
