package quintet.dev;

import java.util.OptionalInt;

/**
 * How the development server runs.
 *
 * @param host the address to listen on
 * @param port the port; 0 takes a free one
 * @param reload whether changes are compiled and taken over while it runs
 * @param staticFiles whether static files are served
 * @param insecure whether static files are served without {@code DEBUG} too
 * @param debugPort the loopback port on which a debugger may attach; empty for none
 */
public record DevServerOptions(
        String host, int port, boolean reload, boolean staticFiles, boolean insecure, OptionalInt debugPort) {
    /** The port a debugger attaches to unless another is named. */
    public static final int DEBUG_PORT = 5005;

    /** {@code 127.0.0.1:8000}, with reload and static files. */
    public static DevServerOptions defaults() {
        return new DevServerOptions("127.0.0.1", 8000, true, true, false, OptionalInt.empty());
    }

    /** Another address. */
    public DevServerOptions at(String newHost, int newPort) {
        return new DevServerOptions(newHost, newPort, reload, staticFiles, insecure, debugPort);
    }

    /** Without looking at changes: {@code --noreload}. */
    public DevServerOptions withoutReload() {
        return new DevServerOptions(host, port, false, staticFiles, insecure, debugPort);
    }

    /** Without static files: {@code --nostatic}. */
    public DevServerOptions withoutStaticFiles() {
        return new DevServerOptions(host, port, reload, false, insecure, debugPort);
    }

    /** With static files even without {@code DEBUG}: {@code --insecure}. */
    public DevServerOptions insecureStaticFiles() {
        return new DevServerOptions(host, port, reload, staticFiles, true, debugPort);
    }

    /** With a port for a debugger: {@code --debug}. */
    public DevServerOptions debug(int newPort) {
        return new DevServerOptions(host, port, reload, staticFiles, insecure, OptionalInt.of(newPort));
    }
}
