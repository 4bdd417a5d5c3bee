package quintet.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MessageCookieTest {
    @Test
    @SuppressWarnings("unchecked")
    void messagesAreWrittenAsDjangoWritesThem() {
        for (Map<String, Object> given : Vectors.cases("signing.jsonl", "messages_cookie_encode")) {
            List<Message> messages = ((List<Map<String, Object>>) given.get("messages"))
                    .stream().map(MessageCookieTest::message).toList();
            assertThat(cookie(given).encode(messages))
                    .as((String) given.get("id"))
                    .isEqualTo(given.get("encoded"));
        }
    }

    @Test
    void messagesAreReadAsDjangoReadsThem() {
        for (Map<String, Object> given : Vectors.cases("signing.jsonl", "messages_cookie_decode")) {
            List<Map<String, Object>> read = cookie(given)
                    .decode((String) given.get("cookie"))
                    .map(all -> all.stream().map(MessageCookieTest::describe).toList())
                    .orElse(null);
            assertThat(read).as((String) given.get("id")).isEqualTo(given.get("messages"));
        }
    }

    @Test
    void whatDoesNotFitIsLeftOutAsInDjango() {
        for (Map<String, Object> given : Vectors.cases("signing.jsonl", "messages_cookie_update")) {
            String[] template = ((String) given.get("message_template")).split("\\*");
            List<Message> messages = new ArrayList<>();
            for (int i = 0; i < (long) given.get("count"); i++) {
                String letters = template[0].replace("{i}:", "").repeat(Integer.parseInt(template[1]));
                messages.add(Message.of(Messages.INFO, i + ":" + letters));
            }
            MessageCookie.Stored stored = cookie(given).store(messages);
            assertThat("messages=" + stored.value() + "; HttpOnly; Path=/; SameSite=Lax")
                    .as((String) given.get("id"))
                    .isEqualTo(given.get("set_cookie"));
            assertThat((long) stored.unstored().size()).isEqualTo(given.get("unstored"));
        }
    }

    @Test
    void tagsAreThoseOfDjango() {
        for (Map<String, Object> given : Vectors.cases("misc.jsonl", "message_tags")) {
            Message message =
                    new Message(((Long) given.get("level")).intValue(), "x", false, (String) given.get("extra_tags"));
            MessageSettings settings = MessageSettings.defaults();
            assertThat(settings.tags(message)).isEqualTo(given.get("tags"));
            assertThat(settings.levelTag(message.level())).isEqualTo(given.get("level_tag"));
        }
    }

    @Test
    void messagesThatDoNotFitLeaveTheOldestOut() {
        List<Message> messages = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            messages.add(Message.of(Messages.INFO, i + " " + noise(i)));
        }
        MessageCookie cookie = MessageCookie.of("key", List.of(), Clock.systemUTC());
        MessageCookie.Stored stored = cookie.store(messages);
        List<Message> read = cookie.decode(stored.value()).orElseThrow();
        assertThat(stored.value()).hasSizeLessThanOrEqualTo(MessageCookie.MAX_SIZE);
        assertThat(stored.unstored()).isNotEmpty();
        List<Message> joined = new ArrayList<>(stored.unstored());
        joined.addAll(read);
        assertThat(joined).isEqualTo(messages);
    }

    @Test
    void formerKeysAreStillRead() {
        String old = MessageCookie.of("old", List.of(), Clock.systemUTC()).encode(List.of(Message.of(20, "hi")));
        assertThat(MessageCookie.of("new", List.of("old"), Clock.systemUTC()).decode(old))
                .contains(List.of(Message.of(20, "hi")));
        assertThat(MessageCookie.of("new", List.of(), Clock.systemUTC()).decode(old))
                .isEmpty();
    }

    private static String noise(int seed) {
        java.util.Random random = new java.util.Random(seed);
        return random.ints(100, 'a', 'z')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static MessageCookie cookie(Map<String, Object> given) {
        Object now = given.get("now");
        double seconds = now instanceof Map<?, ?> tagged ? Double.parseDouble((String) tagged.get("$float")) : 0;
        Clock clock = Clock.fixed(Instant.ofEpochMilli((long) (seconds * 1000)), ZoneOffset.UTC);
        return MessageCookie.of((String) given.get("key"), List.of(), clock);
    }

    private static Message message(Map<String, Object> given) {
        return new Message(
                ((Long) given.get("level")).intValue(),
                (String) given.get("message"),
                (boolean) given.get("safe"),
                (@Nullable String) given.get("extra_tags"));
    }

    private static Map<String, Object> describe(Message message) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("level", (long) message.level());
        described.put("message", message.text());
        described.put("extra_tags", message.extraTags());
        described.put("safe", message.safe());
        return described;
    }
}
