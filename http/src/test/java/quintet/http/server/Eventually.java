package quintet.http.server;

import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for what another thread brings about. */
final class Eventually {
    private Eventually() {}

    static <T> void assertThat(Supplier<T> actual, Predicate<T> wanted) throws InterruptedException {
        long end = System.nanoTime() + 10_000_000_000L;
        while (!wanted.test(actual.get())) {
            if (System.nanoTime() > end) throw new AssertionError("Still " + actual.get() + " after 10 s");
            Thread.sleep(5);
        }
    }
}
