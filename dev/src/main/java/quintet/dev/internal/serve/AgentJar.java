package quintet.dev.internal.serve;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import quintet.dev.internal.child.Agent;

/** Writes the small jar that {@code -javaagent} needs. */
final class AgentJar {
    private AgentJar() {}

    /** The jar in this folder, written anew: a supervisor of another version may have left one. */
    static Path in(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path jar = folder.resolve("agent.jar");
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue("Premain-Class", Agent.class.getName());
        attributes.putValue("Can-Redefine-Classes", "true");
        String name = Agent.class.getName().replace('.', '/') + ".class";
        Path fresh = Files.createTempFile(folder, "agent", ".jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(fresh), manifest);
                InputStream bytes = Agent.class.getClassLoader().getResourceAsStream(name)) {
            if (bytes == null) {
                throw new IOException("The development server's own classes are incomplete: " + name + " is missing.");
            }
            out.putNextEntry(new JarEntry(name));
            bytes.transferTo(out);
            out.closeEntry();
        }
        return Files.move(fresh, jar, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }
}
