package quintet.core.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import quintet.core.App;
import quintet.core.Check;
import quintet.core.CheckMessage;
import quintet.core.Env;
import quintet.core.HasChecks;
import quintet.core.Settings;
import quintet.core.Signal;
import quintet.core.Signing;
import quintet.core.Site;

/** The examples of docs/settings.md. */
@Isolated
class SettingsExample {
    // region: app
    public static final class ShopApp extends App implements HasChecks {
        @Override
        public void ready(Site site) {
            ORDER_PAID.connect(event -> System.out.println("Paid: " + event.number()), "print-paid-orders");
        }

        @Override
        public List<Check> checks() {
            return List.of(Check.of(
                    "shop",
                    site -> site.settings().debug()
                            ? List.of(CheckMessage.warning("shop.W001", "Prices are shown in test mode.", null, "shop"))
                            : List.of()));
        }
    }
    // endregion

    // region: signal
    record OrderPaid(long number) {}

    static final Signal<OrderPaid> ORDER_PAID = new Signal<>("order_paid");

    static void pay(long number) {
        ORDER_PAID.sendRobust(null, new OrderPaid(number));
    }
    // endregion

    // region: settings
    Settings settings(Env env) {
        return Settings.of(env)
                .debug(env.bool("DEBUG", false))
                .secretKey(env.require("SECRET_KEY"))
                .allowedHosts(env.list("ALLOWED_HOSTS", "example.com", ".example.org"))
                .timeZone(ZoneId.of("Europe/Lisbon"))
                .apps(ShopApp.class);
    }
    // endregion

    private final Env env = Env.of(Map.of("SECRET_KEY", "a key for examples", "DEBUG", "true"));

    @Test
    void aSiteOpensAndAnswers() {
        // region: open
        try (Site site = Site.open(this::settings, env)) {
            site.run(() -> System.out.println(Site.current().settings().timeZone()));
            site.executor().submit(() -> Site.current().app("docs").verboseName());
        }
        // endregion
    }

    @Test
    void checksAndSignalsOfAnAppWork() {
        try (Site site = Site.open(this::settings, env)) {
            site.run(() -> pay(4));
            assertThat(site.check("shop"))
                    .singleElement()
                    .hasToString("shop: (shop.W001) Prices are shown in test mode.");
        }
    }

    @Test
    void signedValuesComeBack() {
        try (Site site = Site.open(this::settings, env)) {
            site.run(() -> {
                // region: signing
                String token = Signing.dumps(Map.of("order", 17), "shop.invoice", false);
                Object order = Signing.loads(token, "shop.invoice", Duration.ofDays(3));
                // endregion
                assertThat(order).isEqualTo(Map.of("order", 17L));
            });
        }
    }
}
