package quintet.http.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.http.BadRequest;
import quintet.http.FormParser;
import quintet.http.QueryDict;
import quintet.http.Request;
import quintet.http.RequestDataTooBig;
import quintet.http.ServerExchange;
import quintet.http.UploadHandler;
import quintet.http.UploadSettings;
import quintet.http.UploadedFile;
import quintet.http.UploadedFiles;

/** The body of one request: as bytes, as a stream or as a parsed form, whichever is asked for first. */
public final class Forms {
    private static final FormParser.Form EMPTY = new FormParser.Form(QueryDict.empty(), UploadedFiles.NONE);

    private final Request request;
    private final ServerExchange exchange;
    private UploadSettings settings;
    private @Nullable FormParser parser;
    private byte @Nullable [] body;
    private boolean streaming;
    private FormParser.@Nullable Form form;

    /** The body of this request. */
    public Forms(Request request, ServerExchange exchange, UploadSettings settings) {
        this.request = request;
        this.exchange = exchange;
        this.settings = settings;
    }

    /** The charset that these content type parameters name, UTF-8 if it is unknown. */
    public static Charset charset(Map<String, String> contentParams) {
        String name = contentParams.get("charset");
        return name == null ? StandardCharsets.UTF_8 : Charsets.named(name);
    }

    /** Takes files with these handlers. */
    public void handlers(List<UploadHandler.Factory> handlers) {
        failIfRead("You cannot set the upload handlers after the upload has been processed.");
        settings = settings.handlers(handlers.toArray(UploadHandler.Factory[]::new));
    }

    /** Parses multipart bodies with this parser. */
    public void parser(FormParser other) {
        failIfRead("You cannot set the multipart parser after the upload has been processed.");
        parser = other;
    }

    private void failIfRead(String message) {
        if (form != null) throw new IllegalStateException(message);
    }

    /** The fields of a posted form. */
    public QueryDict fields() {
        return form().fields();
    }

    /** The files of a posted form. */
    public UploadedFiles files() {
        return form().files();
    }

    private FormParser.Form form() {
        if (form == null) {
            form = EMPTY; // a malformed form is reported once and counts as empty afterwards
            form = parse();
        }
        return form;
    }

    private FormParser.Form parse() {
        if (!request.is("POST") || streaming && body == null) return EMPTY;
        return switch (request.contentType()) {
            case "multipart/form-data" -> multipart();
            case "application/x-www-form-urlencoded" -> urlencoded();
            default -> EMPTY;
        };
    }

    private FormParser.Form multipart() {
        try {
            FormParser chosen = parser == null ? MultipartParser::parse : parser;
            return chosen.parse(request, stream(), settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FormParser.Form urlencoded() {
        if (!request.charset().equals(StandardCharsets.UTF_8)) {
            throw new BadRequest("HTTP requests with the 'application/x-www-form-urlencoded' content type must be UTF-8"
                    + " encoded.");
        }
        byte[] bytes = body();
        Integer most = settings.maxFields();
        int limit = most == null ? Integer.MAX_VALUE : most;
        return new FormParser.Form(QueryDict.parse(text(bytes), StandardCharsets.UTF_8, limit), UploadedFiles.NONE);
    }

    private static String text(byte[] bytes) {
        try {
            return Utf8.decodeStrictly(bytes, 0, bytes.length);
        } catch (CharacterCodingException e) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    /** The whole body. */
    public byte[] body() {
        if (body == null) {
            if (streaming) {
                throw new IllegalStateException("The body was read as a stream or a form already;"
                        + " ask for body() before form(), files() or stream().");
            }
            streaming = true;
            body = readAll();
        }
        return body;
    }

    private byte[] readAll() {
        Integer most = settings.maxMemory();
        if (most != null && exchange.contentLength() > most) throw new RequestDataTooBig();
        if (exchange.contentLength() == 0) return new byte[0];
        try (InputStream in = exchange.body()) {
            if (most == null) return in.readAllBytes();
            return limited(in, most);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] limited(InputStream in, int most) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            out.write(buffer, 0, n);
            if (out.size() > most) throw new RequestDataTooBig();
        }
        return out.toByteArray();
    }

    /** The body as a stream. */
    public InputStream stream() {
        if (body != null) return new ByteArrayInputStream(body);
        streaming = true;
        return exchange.body();
    }

    /** Deletes temporary files. */
    public void close() throws IOException {
        if (form == null || form.files().isEmpty()) return;
        for (List<UploadedFile> files : form.files().lists().values()) {
            for (UploadedFile file : files) file.close();
        }
    }
}
