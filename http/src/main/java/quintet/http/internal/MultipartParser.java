package quintet.http.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import quintet.http.FormParser;
import quintet.http.MalformedForm;
import quintet.http.QueryDict;
import quintet.http.Request;
import quintet.http.RequestDataTooBig;
import quintet.http.TooManyFieldsSent;
import quintet.http.TooManyFilesSent;
import quintet.http.UploadHandler;
import quintet.http.UploadInfo;
import quintet.http.UploadSettings;
import quintet.http.UploadedFiles;

/** Reads multipart/form-data bodies, with Django's rules and limits. */
final class MultipartParser {
    private static final int MAX_HEADERS = 1024;
    private static final int MAX_BOUNDARY = 201;

    private final MultipartStream stream;
    private final UploadSettings settings;
    private final Charset charset;
    private final FileIntake intake;
    private final Map<String, List<String>> fields = new LinkedHashMap<>();
    private int fieldCount;
    private int fileCount;
    private long memory;

    private MultipartParser(MultipartStream stream, UploadSettings settings, Charset charset, FileIntake intake) {
        this.stream = stream;
        this.settings = settings;
        this.charset = charset;
        this.intake = intake;
    }

    static FormParser.Form parse(Request request, InputStream body, UploadSettings settings) throws IOException {
        String boundary = boundary(request);
        long length = request.contentLength();
        String sent = request.header("Content-Length");
        if (sent != null && sent.strip().startsWith("-")) {
            throw new MalformedForm("Invalid content length: " + sent.strip());
        }
        if (length == 0) return new FormParser.Form(QueryDict.empty(), UploadedFiles.NONE);
        List<UploadHandler> handlers = new ArrayList<>();
        settings.handlers().forEach(factory -> handlers.add(factory.create(settings, length)));
        FileIntake intake = new FileIntake(handlers);
        boolean complete = false;
        try (InputStream in = body) {
            MultipartParser parser = new MultipartParser(
                    new MultipartStream(in, boundary), settings, Forms.charset(request.contentParams()), intake);
            parser.readParts();
            complete = true;
            return new FormParser.Form(QueryDict.of(parser.fields), new UploadedFiles(intake.files()));
        } finally {
            intake.close(complete);
        }
    }

    private static String boundary(Request request) {
        String type = request.headers().get("Content-Type", "");
        if (!type.startsWith("multipart/")) throw new MalformedForm("Invalid Content-Type: " + type);
        if (type.chars().anyMatch(c -> c >= 128)) {
            throw new MalformedForm("Invalid non-ASCII Content-Type in multipart: " + type);
        }
        String boundary = request.contentParams().get("boundary");
        if (boundary == null || !isBoundary(boundary)) {
            throw new MalformedForm("Invalid boundary in multipart: " + (boundary == null ? "None" : boundary));
        }
        return boundary;
    }

    private static boolean isBoundary(String text) {
        return !text.isEmpty()
                && text.length() <= MAX_BOUNDARY
                && !text.endsWith(" ")
                && text.chars().allMatch(c -> c >= ' ' && c <= '~');
    }

    private void readParts() throws IOException {
        try {
            while (stream.nextPart()) readPart();
        } catch (UploadHandler.StopUpload e) {
            // a handler wants no more: what came so far is the form
        }
    }

    private void readPart() throws IOException {
        Map<String, HeaderParams> headers = headers();
        HeaderParams disposition = headers.get("content-disposition");
        boolean isFile = disposition != null
                && !disposition.params().getOrDefault("filename", "").isEmpty();
        if (!isFile) countField();
        String name = disposition == null ? null : disposition.params().get("name");
        if (disposition == null || name == null) return;
        HeaderParams encoding = headers.get("content-transfer-encoding");
        boolean base64 = encoding != null && encoding.value().equals("base64");
        if (isFile) readFile(PyText.strip(name), disposition, headers, base64);
        else readField(PyText.strip(name), base64);
    }

    /** The part's headers; none if it has no head, which ends with an empty line. */
    private Map<String, HeaderParams> headers() throws IOException {
        byte[] head = stream.peek(MAX_HEADERS);
        int end = endOfHead(head);
        if (end < 0) {
            if (head.length == MAX_HEADERS) throw new MalformedForm("Request max total header size exceeded.");
            return Map.of();
        }
        stream.skip(end + 4);
        Map<String, HeaderParams> headers = new LinkedHashMap<>();
        int start = 0;
        for (int i = 0; i <= end; i++) {
            if (i == end || head[i] == '\r' && head[i + 1] == '\n') {
                addHeader(headers, head, start, i);
                start = i + 2;
            }
        }
        return headers;
    }

    private static int endOfHead(byte[] head) {
        for (int i = 0; i + 3 < head.length; i++) {
            if (head[i] == '\r' && head[i + 1] == '\n' && head[i + 2] == '\r' && head[i + 3] == '\n') return i;
        }
        return -1;
    }

    private static void addHeader(Map<String, HeaderParams> headers, byte[] head, int start, int end) {
        if (end <= start) return;
        try {
            String line = Utf8.decodeStrictly(head, start, end - start);
            int colon = line.indexOf(':');
            if (colon < 0) return;
            String name = line.substring(0, colon).stripTrailing().toLowerCase(Locale.ROOT);
            headers.put(name, HeaderParams.parse(line.substring(colon + 1)));
        } catch (CharacterCodingException e) {
            // not a header line
        }
    }

    private void countField() {
        fieldCount++;
        Integer most = settings.maxFields();
        // what stands before the first and after the last boundary counts too
        if (most != null && fieldCount > most + 2) throw new TooManyFieldsSent();
    }

    private void readField(String name, boolean base64) throws IOException {
        Integer most = settings.maxMemory();
        PartBytes bytes = new PartBytes(base64);
        byte[] buffer = new byte[8192];
        for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
            bytes.write(buffer, n);
            memory += n;
            if (most != null && memory > most) throw new RequestDataTooBig();
        }
        memory += name.length() + 2;
        if (most != null && memory > most) throw new RequestDataTooBig();
        fields.computeIfAbsent(name, n -> new ArrayList<>(1)).add(bytes.text(charset));
    }

    private void readFile(String name, HeaderParams disposition, Map<String, HeaderParams> headers, boolean base64)
            throws IOException {
        Integer most = settings.maxFiles();
        if (most != null && ++fileCount > most) throw new TooManyFilesSent();
        String fileName =
                FileNames.sanitize(Objects.requireNonNull(disposition.params().get("filename")));
        if (fileName == null) return;
        HeaderParams type = headers.getOrDefault("content-type", new HeaderParams("", Map.of()));
        HeaderParams length = headers.get("content-length");
        intake.receive(
                stream,
                new UploadInfo(
                        name, fileName, type.value(), type.params().get("charset"), type.params(), number(length)),
                base64);
    }

    private static long number(@Nullable HeaderParams length) {
        try {
            return length == null ? -1 : Long.parseLong(length.value());
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
