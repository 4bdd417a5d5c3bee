package mysite;

import java.util.List;
import quintet.Quintet;

/** What {@code ./demo} runs: brings the database up to date, fills it when it is empty, and serves. */
public final class Demo {
    private Demo() {}

    /** Takes the arguments of {@code runserver}. */
    public static void main(String[] args) {
        for (String command : List.of("migrate", "seed")) {
            int code = Quintet.call(new Mysite(), command);
            if (code != 0) {
                System.exit(code);
            }
        }
        Quintet.serve(new Mysite(), args);
    }
}
