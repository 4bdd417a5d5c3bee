package quintet.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SecretsTest {
    /** Settings of a module. */
    record Mail(String host, String password, Map<String, Object> options, Optional<ConnectionUrl> broker)
            implements SettingsPart {}

    /** Settings that know their defaults. */
    public static final class Limits implements SettingsPart {
        private final int most;

        private Limits(int most) {
            this.most = most;
        }

        public static Limits defaults() {
            return new Limits(3);
        }

        public int most() {
            return most;
        }

        public Limits most(int value) {
            return new Limits(value);
        }
    }

    @Test
    void namesOfSecretsAreKnownByDjangosPatterns() {
        assertThat(List.of(
                        "SECRET_KEY", "apiUrl", "AuthToken", "PASSPHRASE", "db_password", "HTTP_COOKIE", "Signature"))
                .allMatch(Secrets::isSecret);
        assertThat(List.of("debug", "host", "language")).noneMatch(Secrets::isSecret);
    }

    @Test
    void passwordsInUrlsAreHidden() {
        assertThat(Secrets.cleanText("see postgres://jane:p@ss:w0rd@db.example/shop and http://example.com/a:b@c"))
                .doesNotContain("w0rd")
                .doesNotContain("p@ss")
                .contains("postgres://jane:" + Secrets.HIDDEN + "@db.example/shop")
                .contains("http://example.com/a:b@c");
        assertThat(Secrets.cleanText("jdbc:postgresql://h/d?user=u&password=geheim&ssl=true"))
                .isEqualTo("jdbc:postgresql://h/d?user=u&password=" + Secrets.HIDDEN + "&ssl=true");
        assertThat(Secrets.cleanText("a = b")).isEqualTo("a = b");
    }

    @Test
    void valuesWithinValuesAreHidden() {
        Object clean = Secrets.cleanse(
                "caches",
                List.of(Map.of(
                        "location", "redis://:geheim@cache/1", "OPTIONS", Map.of("api_token", "geheim", "n", 3))));
        assertThat(String.valueOf(clean))
                .doesNotContain("geheim")
                .contains("redis://:")
                .contains("n=3");
        assertThat(Secrets.cleanse("secretKeyFallbacks", List.of("geheim"))).isEqualTo(Secrets.HIDDEN);
        assertThat(Secrets.cleanse("secretKeyFallbacks", List.of())).isEqualTo(List.of());
        assertThat(Secrets.cleanse("useAuth", true)).isEqualTo(true);
    }

    @Test
    void aReportShowsAllSettingsAndNoSecret() {
        Settings settings = Settings.of(Env.of(Map.of()))
                .secretKey("geheim")
                .debug(true)
                .with(new Mail(
                        "mail.example",
                        "geheim",
                        Map.of("auth", Map.of("user", "u"), "deep", Map.of("token", "geheim")),
                        Optional.of(ConnectionUrl.parse("amqp://u:geheim@mq/v"))))
                .with(Limits.defaults().most(4));
        List<SettingsReport.Entry> entries = SettingsReport.of(settings);
        assertThat(entries.toString()).doesNotContain("geheim").contains("mail.example", "amqp://u@mq/v");
        assertThat(entries)
                .contains(
                        new SettingsReport.Entry("Settings", "debug", true, true),
                        new SettingsReport.Entry("Settings", "useTz", true, false),
                        new SettingsReport.Entry("Limits", "most", 4, true));
        assertThat(SettingsReport.of(Settings.of(Env.of(Map.of())).with(Limits.defaults())))
                .contains(new SettingsReport.Entry("Limits", "most", 3, false));
    }
}
