package quintet.forms;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quintet.http.UploadedFile;

/** A file to upload; the clearable one shows the stored file with a box to remove it. */
public final class FileInput extends Widget {
    /** What a field gets when the box is ticked: the stored file goes. */
    static final Boolean CLEARED = Boolean.FALSE;

    /** What a field gets when a file was sent and the box ticked as well. */
    static final Object CONTRADICTION = Contradiction.FILE_AND_BOX;

    private enum Contradiction {
        FILE_AND_BOX
    }

    private final boolean clearable;
    private boolean multiple;

    FileInput(boolean clearable) {
        this.clearable = clearable;
    }

    /** The same input for several files at once; its field must accept a list. */
    public FileInput allowMultiple() {
        FileInput copy = (FileInput) new FileInput(clearable).attrs(Map.of("multiple", true), true);
        return (FileInput) copy.serving(isRequired(), isLocalized(), attrs());
    }

    /** Whether several files can be sent. */
    public boolean isMultiple() {
        return multiple;
    }

    @Override
    public Widget attrs(Map<String, ?> more) {
        return attrs(more, multiple);
    }

    private Widget attrs(Map<String, ?> more, boolean allowed) {
        if (Boolean.TRUE.equals(more.get("multiple")) && !allowed) {
            throw new IllegalArgumentException("A file input takes one file, so the attribute \"multiple\" would lose"
                    + " all but the last. Use Widgets.file().allowMultiple() with a field that reads a list.");
        }
        FileInput copy = (FileInput) super.attrs(more);
        copy.multiple = allowed;
        return copy;
    }

    @Override
    public String inputType() {
        return "file";
    }

    @Override
    public String templateName() {
        return "django/forms/widgets/" + (clearable ? "clearable_file_input" : "file") + ".html";
    }

    @Override
    public boolean needsMultipart() {
        return true;
    }

    @Override
    public @Nullable Object formatValue(@Nullable Object value) {
        return null;
    }

    @Override
    public boolean useRequiredAttribute(@Nullable Object initial) {
        return initial == null || initial.equals("");
    }

    private static String clearName(String name) {
        return name + "-clear";
    }

    @Override
    public WidgetView view(String name, @Nullable Object value, Map<String, ?> extraAttrs) {
        WidgetView view = super.view(name, value, extraAttrs);
        if (clearable && value instanceof StoredFile file && !file.url().isEmpty()) {
            view.withClearBox(new WidgetView.ClearBox(file, file.url(), clearName(name), clearName(name) + "_id"));
        }
        return view;
    }

    @Override
    public @Nullable Object valueFrom(FormData data, String name) {
        Object upload = multiple ? uploads(data, name) : data.file(name);
        if (clearable && !isRequired() && isTicked(data, name)) {
            return upload == null ? CLEARED : CONTRADICTION;
        }
        return upload;
    }

    private static @Nullable List<UploadedFile> uploads(FormData data, String name) {
        List<UploadedFile> all = data.fileList(name);
        return all.isEmpty() ? null : all;
    }

    private static boolean isTicked(FormData data, String name) {
        return Boolean.TRUE.equals(Widgets.checkbox().valueFrom(data, clearName(name)));
    }

    @Override
    public boolean isOmitted(FormData data, String name) {
        return data.file(name) == null && !(clearable && data.has(clearName(name)));
    }

    /** Names a form needs to know are not fields. */
    static Set<String> extraNames(String name) {
        return Set.of(clearName(name));
    }
}
