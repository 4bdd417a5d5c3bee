package quintet.dev.internal.child;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The words between supervisor and child, on a loopback connection that the child opens: first its token, then
 * {@code READY port} or {@code FAILED text}; from then on the supervisor sends {@code REDEFINE} with classes or
 * {@code STOP}, and the child answers each with a text, empty when all went well.
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
        byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
        out.flush();
    }

    /** Reads a text. */
    public static String readText(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), java.nio.charset.StandardCharsets.UTF_8);
    }
}
