package quintet.orm.internal.db;

import java.util.Optional;

/** Finds the line of a user's code that led to something. */
public final class UserCode {
    private static final StackWalker WALKER = StackWalker.getInstance();

    private UserCode() {}

    /** The line that is running on this thread, as {@code library.Views.list(Views.java:31)}; "" if there is none of a user. */
    public static String here() {
        Optional<StackTraceElement> frame = WALKER.walk(frames -> frames.filter(f -> isUsers(f.getClassName()))
                .findFirst()
                .map(StackWalker.StackFrame::toStackTraceElement));
        return frame.map(UserCode::text).orElse("");
    }

    /** The topmost line of a user in a stack. */
    static String in(StackTraceElement[] stack) {
        for (StackTraceElement frame : stack) {
            if (isUsers(frame.getClassName())) {
                return text(frame);
            }
        }
        return "(no code of the application)";
    }

    private static String text(StackTraceElement frame) {
        return frame.getClassName() + "." + frame.getMethodName() + "(" + frame.getFileName() + ":"
                + frame.getLineNumber() + ")";
    }

    /** Not the framework, a library it stands on, or the JDK; generated companions are the framework's too. */
    private static boolean isUsers(String name) {
        boolean framework = name.startsWith("quintet.") && !name.contains("Test");
        boolean library = name.startsWith("java.")
                || name.startsWith("jdk.")
                || name.startsWith("sun.")
                || name.startsWith("org.sqlite.")
                || name.startsWith("org.postgresql.")
                || name.startsWith("org.mariadb.")
                || name.startsWith("com.zaxxer.")
                || name.startsWith("org.eclipse.jetty.");
        int dollar = name.indexOf('$');
        return !framework && !library && !(dollar < 0 ? name : name.substring(0, dollar)).endsWith("_");
    }
}
