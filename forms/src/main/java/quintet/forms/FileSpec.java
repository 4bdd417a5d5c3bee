package quintet.forms;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.fields.Validator;
import quintet.fields.Validators;
import quintet.forms.internal.Images;
import quintet.http.UploadedFile;

/** A field for an uploaded file or image. */
public final class FileSpec extends FieldSpec<FileSpec> {
    private final boolean image;
    private int maxLength = -1;
    private boolean allowEmpty;

    FileSpec(boolean image) {
        this.image = image;
    }

    /** The longest file name allowed; -1 for no limit. */
    public FileSpec maxLength(int characters) {
        FileSpec copy = copy();
        copy.maxLength = characters;
        return copy;
    }

    /** Whether a file without a byte is accepted. */
    public FileSpec allowEmptyFile(boolean allow) {
        FileSpec copy = copy();
        copy.allowEmpty = allow;
        return copy;
    }

    @Override
    protected Widget defaultWidget() {
        return Widgets.clearableFile();
    }

    @Override
    protected Map<String, Object> widgetAttrs(Widget plain) {
        return image && plain instanceof FileInput && !plain.attrs().containsKey("accept")
                ? Widgets.attrs("accept", "image/*")
                : Map.of();
    }

    @Override
    protected String defaultMessage(String code) {
        return switch (code) {
            case "invalid" -> "No file was submitted. Check the encoding type on the form.";
            case "empty" -> "The submitted file is empty.";
            case "contradiction" -> "Please either submit a file or check the clear checkbox, not both.";
            case "invalid_image" ->
                "Upload a valid image. The file you uploaded was either not an image or a corrupted image.";
            case "max_length" ->
                "Ensure this filename has at most %(max)d character" + (maxLength == 1 ? "" : "s")
                        + " (it has %(length)d).";
            default -> super.defaultMessage(code);
        };
    }

    @Override
    protected List<Validator<Object>> nature() {
        return image ? List.of(Validators.imageExtension()) : List.of();
    }

    @Override
    protected @Nullable Object convert(@Nullable Object raw) {
        if (isEmpty(raw)) {
            return null;
        }
        if (!(raw instanceof UploadedFile file)) {
            throw error("invalid");
        }
        String name = file.name();
        int length = name.codePointCount(0, name.length());
        if (maxLength >= 0 && length > maxLength) {
            throw error("max_length", Widgets.attrs("max", maxLength, "length", length));
        }
        if (name.isEmpty()) {
            throw error("invalid");
        }
        if (!allowEmpty && file.size() == 0) {
            throw error("empty");
        }
        if (image && !Images.isImage(file)) {
            throw error("invalid_image");
        }
        return file;
    }

    @Override
    public @Nullable Object clean(@Nullable Object raw, @Nullable Object initialValue) {
        if (FileInput.CONTRADICTION.equals(raw)) {
            throw error("contradiction");
        }
        Object data = raw;
        if (FileInput.CLEARED.equals(data)) {
            if (!isRequired()) {
                return false;
            }
            data = null;
        }
        return isEmpty(data) && !isEmpty(initialValue) ? initialValue : super.clean(data, initialValue);
    }

    @Override
    protected @Nullable Object boundData(@Nullable Object data, @Nullable Object initialValue) {
        return data == null || FileInput.CONTRADICTION.equals(data) ? initialValue : data;
    }

    @Override
    public boolean hasChanged(@Nullable Object initialValue, @Nullable Object data) {
        return !isDisabled() && data != null;
    }
}
