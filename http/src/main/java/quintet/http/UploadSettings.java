package quintet.http;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quintet.core.SettingsPart;

/**
 * Limits for what clients send, and what happens to uploaded files. {@code
 * .with(UploadSettings.defaults().maxFields(2000))}.
 *
 * @param maxMemory the largest body without its files, in bytes (DATA_UPLOAD_MAX_MEMORY_SIZE); null for no limit
 * @param maxFields how many form fields or query parameters (DATA_UPLOAD_MAX_NUMBER_FIELDS); null for no limit
 * @param maxFiles how many files (DATA_UPLOAD_MAX_NUMBER_FILES); null for no limit
 * @param fileMemory files up to this size in bytes are kept in memory, others in a temporary file
 *     (FILE_UPLOAD_MAX_MEMORY_SIZE)
 * @param folder where temporary files are written (FILE_UPLOAD_TEMP_DIR); null for the system's folder
 * @param handlers who takes the files, in order (FILE_UPLOAD_HANDLERS)
 */
public record UploadSettings(
        @Nullable Integer maxMemory,
        @Nullable Integer maxFields,
        @Nullable Integer maxFiles,
        int fileMemory,
        @Nullable Path folder,
        List<UploadHandler.Factory> handlers)
        implements SettingsPart {

    private static final UploadSettings DEFAULTS = new UploadSettings(
            2_621_440, 1000, 100, 2_621_440, null, List.of(UploadHandler::memory, UploadHandler::temporaryFile));

    /** Django's defaults: 2.5 MiB, 1000 fields, 100 files, files above 2.5 MiB on disk. */
    public static UploadSettings defaults() {
        return DEFAULTS;
    }

    /** With another {@link #maxMemory()}. */
    public UploadSettings maxMemory(@Nullable Integer bytes) {
        return new UploadSettings(bytes, maxFields, maxFiles, fileMemory, folder, handlers);
    }

    /** With another {@link #maxFields()}. */
    public UploadSettings maxFields(@Nullable Integer count) {
        return new UploadSettings(maxMemory, count, maxFiles, fileMemory, folder, handlers);
    }

    /** With another {@link #maxFiles()}. */
    public UploadSettings maxFiles(@Nullable Integer count) {
        return new UploadSettings(maxMemory, maxFields, count, fileMemory, folder, handlers);
    }

    /** With another {@link #fileMemory()}. */
    public UploadSettings fileMemory(int bytes) {
        return new UploadSettings(maxMemory, maxFields, maxFiles, bytes, folder, handlers);
    }

    /** With another {@link #folder()}. */
    public UploadSettings folder(@Nullable Path path) {
        return new UploadSettings(maxMemory, maxFields, maxFiles, fileMemory, path, handlers);
    }

    /** With other {@link #handlers()}. */
    public UploadSettings handlers(UploadHandler.Factory... factories) {
        return new UploadSettings(maxMemory, maxFields, maxFiles, fileMemory, folder, List.of(factories));
    }
}
