package quintet.http;

import java.io.IOException;
import java.io.InputStream;

/** Reads multipart bodies; {@link Request#formParser} puts another in place for a request (multipart_parser_class). */
@FunctionalInterface
public interface FormParser {
    /**
     * Reads the whole body.
     *
     * @throws BadRequest when it is malformed
     * @throws IOException when it can not be read
     */
    Form parse(Request request, InputStream body, UploadSettings settings) throws IOException;

    /**
     * What a body had in it.
     *
     * @param fields the values
     * @param files the uploaded files
     */
    record Form(QueryDict fields, UploadedFiles files) {}
}
