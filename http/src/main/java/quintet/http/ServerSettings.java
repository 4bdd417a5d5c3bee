package quintet.http;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import quintet.core.SettingsPart;

/**
 * How the server listens and what it allows a client. All limits have defaults that are safe on the open internet; change
 * one by {@code ServerSettings.defaults().port(8080).maxBodySize(10_000_000)}. Values are immutable: each setter returns a
 * changed copy.
 */
public final class ServerSettings implements SettingsPart {
    private static final ServerSettings DEFAULTS = new ServerSettings();

    private String host = "127.0.0.1";
    private int port = 8000;
    private int maxConcurrentRequests = 1024;
    private int maxConnections = 20_000;
    private int maxTargetLength = 8 * 1024;
    private int maxHeaderSize = 32 * 1024;
    private long maxBodySize = 256L * 1024 * 1024;
    private Duration headerTimeout = Duration.ofSeconds(10);
    private Duration bodyGrace = Duration.ofSeconds(10);
    private long bodyMinRate = 500;
    private Duration idleTimeout = Duration.ofSeconds(60);
    private Duration stopTimeout = Duration.ofSeconds(25);
    private boolean http2 = true;
    private boolean requestLog = true;
    private @Nullable KeyStoreFile keyStore;

    private ServerSettings() {}

    /** The defaults: {@code 127.0.0.1:8000}, HTTP/1.1 and HTTP/2, no TLS. */
    public static ServerSettings defaults() {
        return DEFAULTS;
    }

    /** Where the private key and certificate for TLS are: a PKCS#12 or JKS file with its password. */
    public record KeyStoreFile(Path path, String password) {
        /** Without the password. */
        @Override
        public String toString() {
            return "KeyStoreFile[" + path + "]";
        }
    }

    /** The address to listen on; {@code 0.0.0.0} for all. Default {@code 127.0.0.1}. */
    public String host() {
        return host;
    }

    /** See {@link #host()}. */
    public ServerSettings host(String value) {
        return change(s -> s.host = value);
    }

    /** The TCP port; 0 takes a free one. Default 8000. */
    public int port() {
        return port;
    }

    /** See {@link #port()}. */
    public ServerSettings port(int value) {
        if (value < 0 || value > 65_535) {
            throw new IllegalArgumentException("A port is a number from 0 to 65535, but " + value + " was given.");
        }
        return change(s -> s.port = value);
    }

    /** How many requests may be in work at a time; one more is refused with 503 and Retry-After. Default 1024. */
    public int maxConcurrentRequests() {
        return maxConcurrentRequests;
    }

    /** See {@link #maxConcurrentRequests()}. */
    public ServerSettings maxConcurrentRequests(int value) {
        return change(s -> s.maxConcurrentRequests = (int) positive("maxConcurrentRequests", value));
    }

    /** How many connections may be open; further ones wait in the system's queue. Default 20000. */
    public int maxConnections() {
        return maxConnections;
    }

    /** See {@link #maxConnections()}. */
    public ServerSettings maxConnections(int value) {
        return change(s -> s.maxConnections = (int) positive("maxConnections", value));
    }

    /** The longest path and query in bytes; longer ones get 414. Default 8 KiB. */
    public int maxTargetLength() {
        return maxTargetLength;
    }

    /** See {@link #maxTargetLength()}. */
    public ServerSettings maxTargetLength(int value) {
        return change(s -> s.maxTargetLength = (int) positive("maxTargetLength", value));
    }

    /** The largest request head, all headers together, in bytes; larger ones get 431. Default 32 KiB. */
    public int maxHeaderSize() {
        return maxHeaderSize;
    }

    /** See {@link #maxHeaderSize()}. */
    public ServerSettings maxHeaderSize(int value) {
        return change(s -> s.maxHeaderSize = (int) positive("maxHeaderSize", value));
    }

    /** The largest request body in bytes; larger ones get 413. Default 256 MiB: forms have their own, smaller limits. */
    public long maxBodySize() {
        return maxBodySize;
    }

    /** See {@link #maxBodySize()}. */
    public ServerSettings maxBodySize(long value) {
        if (value < 0) {
            throw new IllegalArgumentException(
                    "maxBodySize is a number of bytes, 0 or more, but " + value + " was given.");
        }
        return change(s -> s.maxBodySize = value);
    }

    /** How long a client may take for a whole request head, TLS handshake included; then 408. Default 10 s. */
    public Duration headerTimeout() {
        return headerTimeout;
    }

    /** See {@link #headerTimeout()}. */
    public ServerSettings headerTimeout(Duration value) {
        return change(s -> s.headerTimeout = positive("headerTimeout", value));
    }

    /**
     * How long a client may be waited for in all while a body is read (or an answer taken) before {@link #bodyMinRate()}
     * is asked of it. Default 10 s.
     */
    public Duration bodyGrace() {
        return bodyGrace;
    }

    /** See {@link #bodyGrace()}. */
    public ServerSettings bodyGrace(Duration value) {
        return change(s -> s.bodyGrace = positive("bodyGrace", value));
    }

    /** The least average rate in bytes per second of waiting, for request bodies and for answers; else 408. Default 500. */
    public long bodyMinRate() {
        return bodyMinRate;
    }

    /** See {@link #bodyMinRate()}. */
    public ServerSettings bodyMinRate(long value) {
        return change(s -> s.bodyMinRate = positive("bodyMinRate", value));
    }

    /** How long a connection may stay open without a byte moving. Default 60 s. */
    public Duration idleTimeout() {
        return idleTimeout;
    }

    /** See {@link #idleTimeout()}. */
    public ServerSettings idleTimeout(Duration value) {
        return change(s -> s.idleTimeout = positive("idleTimeout", value));
    }

    /** How long {@link Server#close()} lets running requests finish. Default 25 s, below the usual 30 s of supervisors. */
    public Duration stopTimeout() {
        return stopTimeout;
    }

    /** See {@link #stopTimeout()}. */
    public ServerSettings stopTimeout(Duration value) {
        return change(s -> s.stopTimeout = value);
    }

    /** Whether HTTP/2 is offered: by ALPN on TLS, by prior knowledge without. Default true. */
    public boolean http2() {
        return http2;
    }

    /** See {@link #http2()}. */
    public ServerSettings http2(boolean value) {
        return change(s -> s.http2 = value);
    }

    /** Whether each request gives a line to the logger {@code quintet.server}. Default true. */
    public boolean requestLog() {
        return requestLog;
    }

    /** See {@link #requestLog()}. */
    public ServerSettings requestLog(boolean value) {
        return change(s -> s.requestLog = value);
    }

    /** The key store for TLS; empty (the default) to serve plain HTTP. */
    public Optional<KeyStoreFile> keyStore() {
        return Optional.ofNullable(keyStore);
    }

    /** See {@link #keyStore()}. */
    public ServerSettings keyStore(Path path, String password) {
        return change(s -> s.keyStore = new KeyStoreFile(path, password));
    }

    private ServerSettings change(Consumer<ServerSettings> change) {
        ServerSettings copy = new ServerSettings();
        copy.host = host;
        copy.port = port;
        copy.maxConcurrentRequests = maxConcurrentRequests;
        copy.maxConnections = maxConnections;
        copy.maxTargetLength = maxTargetLength;
        copy.maxHeaderSize = maxHeaderSize;
        copy.maxBodySize = maxBodySize;
        copy.headerTimeout = headerTimeout;
        copy.bodyGrace = bodyGrace;
        copy.bodyMinRate = bodyMinRate;
        copy.idleTimeout = idleTimeout;
        copy.stopTimeout = stopTimeout;
        copy.http2 = http2;
        copy.requestLog = requestLog;
        copy.keyStore = keyStore;
        change.accept(copy);
        return copy;
    }

    private static long positive(String name, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException(name + " must be more than 0, but " + value + " was given.");
        }
        return value;
    }

    private static Duration positive(String name, Duration value) {
        if (value.isZero() || value.isNegative()) {
            throw new IllegalArgumentException(name + " must be longer than zero, but " + value + " was given.");
        }
        return value;
    }
}
