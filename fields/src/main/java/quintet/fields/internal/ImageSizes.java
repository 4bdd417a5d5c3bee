package quintet.fields.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jspecify.annotations.Nullable;

/** Reads the size of an image from its start: PNG, JPEG, GIF, BMP, TIFF and WebP. */
public final class ImageSizes {
    private static final int WEBP_HEAD = 30;

    private ImageSizes() {}

    /** Pixels across and down. */
    public record Size(int width, int height) {}

    /** The size, or null if this is no image. */
    public static @Nullable Size of(InputStream in) throws IOException {
        byte[] head = in.readNBytes(WEBP_HEAD);
        if (head.length == WEBP_HEAD
                && text(head, 0).equals("RIFF")
                && text(head, 8).equals("WEBP")) {
            return webp(head);
        }
        try (InputStream all = new SequenceInputStream(new ByteArrayInputStream(head), in);
                ImageInputStream stream = new MemoryCacheImageInputStream(all)) {
            return known(stream);
        } catch (RuntimeException notAnImage) {
            return null;
        }
    }

    private static @Nullable Size known(ImageInputStream stream) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
        if (!readers.hasNext()) {
            return null;
        }
        ImageReader reader = readers.next();
        try {
            reader.setInput(stream, true, true);
            return new Size(reader.getWidth(0), reader.getHeight(0));
        } catch (IOException notAnImage) {
            return null;
        } finally {
            reader.dispose();
        }
    }

    /** The three forms of WebP keep their size at three places. */
    private static @Nullable Size webp(byte[] head) {
        return switch (text(head, 12)) {
            case "VP8X" -> new Size(1 + number(head, 24, 3), 1 + number(head, 27, 3));
            case "VP8L" -> {
                int bits = number(head, 21, 4);
                yield new Size(1 + (bits & 0x3fff), 1 + ((bits >>> 14) & 0x3fff));
            }
            case "VP8 " -> new Size(number(head, 26, 2) & 0x3fff, number(head, 28, 2) & 0x3fff);
            default -> null;
        };
    }

    private static int number(byte[] bytes, int from, int length) {
        int number = 0;
        for (int i = length - 1; i >= 0; i--) {
            number = number << 8 | bytes[from + i] & 0xff;
        }
        return number;
    }

    private static String text(byte[] bytes, int from) {
        return new String(bytes, from, 4, StandardCharsets.ISO_8859_1);
    }
}
