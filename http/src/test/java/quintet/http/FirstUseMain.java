package quintet.http;

import static quintet.http.Routes.include;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import quintet.core.Site;
import quintet.http.shop.ShopApp;

/** Uses everything about routes for the first time in a JVM, from 50 threads at once. Prints {@code fine}. */
final class FirstUseMain {
    private FirstUseMain() {}

    public static void main(String[] args) throws Exception {
        try (Site site = TestSites.open(
                        settings -> settings.apps(ShopApp.class), List.of(include("shop/", ShopApp.class)));
                var threads = Executors.newFixedThreadPool(50)) {
            CountDownLatch start = new CountDownLatch(1);
            List<Callable<String>> tasks = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                long number = i;
                tasks.add(
                        switch (i % 4) {
                            case 0 ->
                                () -> TestSites.send(site, TestExchange.get("/shop/items/" + number + "/"))
                                        .text();
                            case 1 -> () -> site.call(() -> ShopApp.DETAIL.url(number));
                            case 2 -> () -> site.call(() -> Urls.reverse("shop:page", "hats", number));
                            default ->
                                () -> site.call(() -> Urls.resolve("/shop/").toString());
                        });
            }
            Collections.shuffle(tasks);
            List<Future<String>> answers = new ArrayList<>();
            for (Callable<String> task : tasks) {
                answers.add(threads.submit(() -> {
                    start.await();
                    return task.call();
                }));
            }
            start.countDown();
            for (Future<String> answer : answers) {
                if (answer.get().isEmpty()) throw new IllegalStateException("An answer is empty");
            }
        }
        System.out.println("fine");
    }
}
