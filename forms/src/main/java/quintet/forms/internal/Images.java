package quintet.forms.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import quintet.http.UploadedFile;

/** Tells images from other files by their content. */
public final class Images {
    private Images() {}

    /** Whether the content starts as an image does, with a size that can be read. */
    public static boolean isImage(UploadedFile file) {
        try (InputStream in = file.open();
                ImageInputStream stream = ImageIO.createImageInputStream(in)) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                return isWebp(file);
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(stream, true, true);
                return reader.getWidth(0) > 0 && reader.getHeight(0) > 0;
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException notAnImage) {
            return false;
        }
    }

    private static boolean isWebp(UploadedFile file) throws IOException {
        try (InputStream in = file.open()) {
            byte[] start = in.readNBytes(16);
            return start.length == 16
                    && text(start, 0).equals("RIFF")
                    && text(start, 8).equals("WEBP")
                    && text(start, 12).startsWith("VP8");
        }
    }

    private static String text(byte[] bytes, int from) {
        return new String(bytes, from, 4, StandardCharsets.ISO_8859_1);
    }
}
