package quintet.http.internal.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.encoder.EncoderBase;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;
import quintet.core.Json;

/** One JSON object a line: time, level, logger, message, the event's own keys, its context, and an exception with its trace. */
final class JsonLines extends EncoderBase<ILoggingEvent> {
    @Override
    public byte[] encode(ILoggingEvent event) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("time", event.getInstant().toString());
        line.put("level", event.getLevel().toString());
        line.put("logger", event.getLoggerName());
        line.put("message", event.getFormattedMessage());
        List<KeyValuePair> pairs = event.getKeyValuePairs();
        if (pairs != null) pairs.forEach(pair -> line.putIfAbsent(pair.key, plain(pair.value)));
        event.getMDCPropertyMap().forEach(line::putIfAbsent);
        if (event.getThrowableProxy() != null) {
            line.put("exception", ThrowableProxyUtil.asString(event.getThrowableProxy()));
        }
        return (Json.write(line, Json.Style.COMPACT) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return value == null || value instanceof Number || value instanceof Boolean ? value : value.toString();
    }

    @Override
    public byte[] headerBytes() {
        return new byte[0];
    }

    @Override
    public byte[] footerBytes() {
        return new byte[0];
    }
}
