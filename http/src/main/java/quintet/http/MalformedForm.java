package quintet.http;

/** A multipart body that can not be parsed; answered with 400 (Django's MultiPartParserError). */
public final class MalformedForm extends BadRequest {
    /** Says what is wrong. */
    public MalformedForm(String message) {
        super(message);
    }
}
