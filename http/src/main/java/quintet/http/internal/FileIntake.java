package quintet.http.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import quintet.http.MalformedForm;
import quintet.http.UploadHandler;
import quintet.http.UploadInfo;
import quintet.http.UploadedFile;

/** Feeds the files of a body to the upload handlers and keeps what they make of them. */
final class FileIntake {
    private static final int CHUNK = 64 * 1024;

    private final List<UploadHandler> handlers;
    private final Map<String, List<UploadedFile>> files = new LinkedHashMap<>();

    FileIntake(List<UploadHandler> handlers) {
        this.handlers = handlers;
    }

    Map<String, List<UploadedFile>> files() {
        return files;
    }

    void receive(MultipartStream part, UploadInfo info, boolean base64) throws IOException {
        try {
            for (UploadHandler handler : handlers) {
                if (handler.begin(info)) break;
            }
            long[] sizes = new long[handlers.size()];
            if (base64) feedDecoded(part, sizes);
            else feed(part, sizes);
            complete(info, sizes);
        } catch (UploadHandler.SkipFile e) {
            // this file is not wanted; the next part is found all the same
        }
    }

    private void feed(MultipartStream part, long[] sizes) throws IOException {
        byte[] buffer = new byte[CHUNK];
        for (int n = part.read(buffer); n >= 0; n = part.read(buffer)) {
            give(Arrays.copyOf(buffer, n), sizes);
        }
    }

    private void feedDecoded(MultipartStream part, long[] sizes) throws IOException {
        ByteArrayOutputStream pending = new ByteArrayOutputStream();
        byte[] buffer = new byte[CHUNK];
        for (int n = part.read(buffer); n >= 0; n = part.read(buffer)) {
            for (int i = 0; i < n; i++) {
                if (buffer[i] > ' ') pending.write(buffer[i]);
            }
            byte[] data = pending.toByteArray();
            int whole = data.length / 4 * 4;
            pending.reset();
            pending.write(data, whole, data.length - whole);
            if (whole > 0) give(decode(Arrays.copyOf(data, whole)), sizes);
        }
        if (pending.size() > 0) give(decode(pending.toByteArray()), sizes);
    }

    private static byte[] decode(byte[] data) {
        try {
            return PartBytes.decode(data);
        } catch (IllegalArgumentException e) {
            throw new MalformedForm("Could not decode base64 data.");
        }
    }

    private void give(byte[] data, long[] sizes) throws IOException {
        byte[] chunk = data;
        for (int i = 0; i < sizes.length && chunk != null; i++) {
            sizes[i] += chunk.length;
            chunk = handlers.get(i).chunk(chunk);
        }
    }

    private void complete(UploadInfo info, long[] sizes) throws IOException {
        for (int i = 0; i < sizes.length; i++) {
            UploadedFile file = handlers.get(i).complete(sizes[i]);
            if (file != null) {
                files.computeIfAbsent(info.fieldName(), n -> new ArrayList<>(1)).add(file);
                return;
            }
        }
    }

    /** Frees what handlers hold, and the files too when the body was not read to its end. */
    void close(boolean complete) throws IOException {
        for (UploadHandler handler : handlers) handler.close();
        if (complete) return;
        for (List<UploadedFile> list : files.values()) {
            for (UploadedFile file : list) file.close();
        }
    }
}
