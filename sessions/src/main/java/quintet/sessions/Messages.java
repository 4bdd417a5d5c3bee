package quintet.sessions;

/** The visitor's messages. */
public final class Messages {
    /** For developers; dropped by default. */
    public static final int DEBUG = 10;

    /** Worth knowing. */
    public static final int INFO = 20;

    /** It worked. */
    public static final int SUCCESS = 25;

    /** It worked, but look out. */
    public static final int WARNING = 30;

    /** It did not work. */
    public static final int ERROR = 40;

    private Messages() {}
}
