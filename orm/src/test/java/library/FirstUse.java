package library;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import quintet.orm.ModelMeta;

/** Uses models, tokens, managers and a site for the first time, from 50 threads at once and in an order of chance. */
public final class FirstUse {
    private static final int THREADS = 50;

    private FirstUse() {}

    /** The argument is the seed of the order. */
    public static void main(String[] arguments) throws InterruptedException, ExecutionException {
        List<Callable<Object>> uses = new ArrayList<>(List.of(
                Book::new,
                Author::new,
                Review::new,
                () -> Book.objects.filter(Book_.title.eq("x")),
                () -> Book_.author().mentor().name.icontains("x"),
                () -> Review_.Reverse.by().stars.gte(3),
                () -> Author_.books().reviews(),
                () -> Tag_.name.asc(),
                () -> ModelMeta.of(Book.class).field("author").name(),
                () -> Review.objects.exclude(Review_.book().author().name.eq("y")),
                () -> Profile.objects.all(),
                () -> Book.meta.indexes()));
        Random order = new Random(Long.parseLong(arguments[0]));
        Collections.shuffle(uses, order);
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<Object>> results = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                Callable<Object> use = uses.get(i % uses.size());
                results.add(threads.submit(() -> {
                    start.await();
                    return use.call();
                }));
            }
            results.add(threads.submit(() -> {
                start.await();
                return LibrarySite.inMemory();
            }));
            start.countDown();
            for (Future<Object> result : results) {
                Objects.requireNonNull(result.get(), "a use gave null");
            }
        }
        if (Book_.title.path().isEmpty() || Book.objects.count() != 0) {
            throw new IllegalStateException("tokens or managers are not there");
        }
        System.out.println("all used");
    }
}
