package quintet.http;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the client says of a file before its bytes come.
 *
 * @param fieldName the form field
 * @param fileName the last part of the file's name, control characters removed
 * @param contentType the media type without parameters, empty if none
 * @param charset the charset parameter of the type, or null
 * @param contentTypeParams the parameters of the type
 * @param contentLength the length given for this part in bytes, -1 if none
 */
public record UploadInfo(
        String fieldName,
        String fileName,
        String contentType,
        @Nullable String charset,
        Map<String, String> contentTypeParams,
        long contentLength) {}
