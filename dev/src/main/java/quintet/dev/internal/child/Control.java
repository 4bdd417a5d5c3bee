package quintet.dev.internal.child;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The words between supervisor and child, on a loopback connection that the child opens. It says its token first. Then the
 * supervisor sends {@code OPEN} with texts (see {@link ChildOrder}), and the child answers {@code READY port debug} or
 * {@code FAILED text}. From then on the supervisor sends {@code REDEFINE} with classes, answered with a text that is empty
 * when all went well, {@code LOADED}, answered with names of classes, and at last {@code STOP}.
 */
public final class Control {
    /** The child serves on a port. */
    public static final byte READY = 1;
    /** The child could not start. */
    public static final byte FAILED = 2;
    /** New method bodies. */
    public static final byte REDEFINE = 3;
    /** Finish what runs and end. */
    public static final byte STOP = 4;
    /** Open the site and serve it. */
    public static final byte OPEN = 5;
    /** Which classes of the class path are loaded? */
    public static final byte LOADED = 6;

    private Control() {}

    /** Writes class files. */
    public static void writeClasses(DataOutputStream out, Map<String, byte[]> classes) throws IOException {
        out.writeInt(classes.size());
        for (Map.Entry<String, byte[]> entry : classes.entrySet()) {
            out.writeUTF(entry.getKey());
            out.writeInt(entry.getValue().length);
            out.write(entry.getValue());
        }
        out.flush();
    }

    /** Reads class files. */
    public static Map<String, byte[]> readClasses(DataInputStream in) throws IOException {
        Map<String, byte[]> classes = new LinkedHashMap<>();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            String name = in.readUTF();
            classes.put(name, in.readNBytes(in.readInt()));
        }
        return classes;
    }

    /** Writes a text of any length. */
    public static void writeText(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
        out.flush();
    }

    /** Reads a text. */
    public static String readText(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }

    /** Writes texts. */
    public static void writeTexts(DataOutputStream out, Collection<String> texts) throws IOException {
        out.writeInt(texts.size());
        for (String text : texts) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            out.writeInt(bytes.length);
            out.write(bytes);
        }
        out.flush();
    }

    /** Reads texts. */
    public static List<String> readTexts(DataInputStream in) throws IOException {
        List<String> texts = new ArrayList<>();
        for (int count = in.readInt(); count > 0; count--) {
            texts.add(readText(in));
        }
        return texts;
    }
}
