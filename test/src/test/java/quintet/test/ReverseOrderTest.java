package quintet.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.MethodOrdererContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Its tests run from the last to the first. */
@TestMethodOrder(ReverseOrderTest.Noted.class)
class ReverseOrderTest {
    private static final List<String> USUAL = new ArrayList<>();
    private static final List<String> RAN = new ArrayList<>();

    /** Notes the usual order, then reverses it. */
    static final class Noted implements MethodOrderer {
        @Override
        public void orderMethods(MethodOrdererContext context) {
            USUAL.clear();
            context.getMethodDescriptors()
                    .forEach(method -> USUAL.add(method.getMethod().getName()));
            new ReverseOrder().orderMethods(context);
        }
    }

    @Test
    void one() {
        RAN.add("one");
    }

    @Test
    void two() {
        RAN.add("two");
    }

    @Test
    void three() {
        RAN.add("three");
    }

    @AfterAll
    static void theyRanBackwards() {
        assertThat(USUAL).hasSize(3);
        assertThat(RAN).containsExactlyElementsOf(USUAL.reversed());
    }
}
