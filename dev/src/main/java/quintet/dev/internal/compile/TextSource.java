package quintet.dev.internal.compile;

import java.nio.file.Path;
import javax.tools.SimpleJavaFileObject;

/** A source file with another content than it has on disk. */
final class TextSource extends SimpleJavaFileObject {
    private final String text;

    TextSource(Path file, String text) {
        super(file.toUri(), Kind.SOURCE);
        this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
    }
}
