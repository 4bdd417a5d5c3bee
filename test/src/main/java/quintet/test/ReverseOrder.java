package quintet.test;

import java.util.Collections;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.MethodOrdererContext;

/**
 * Runs test classes, and the tests of a class, from the last to the first: a test that needs what another left behind fails then.
 * {@code ./manage test --reverse} uses it for all; a class may name it in {@code @TestMethodOrder}.
 */
public final class ReverseOrder implements ClassOrderer, MethodOrderer {
    /** Made by JUnit. */
    public ReverseOrder() {}

    @Override
    public void orderClasses(ClassOrdererContext context) {
        Collections.reverse(context.getClassDescriptors());
    }

    @Override
    public void orderMethods(MethodOrdererContext context) {
        Collections.reverse(context.getMethodDescriptors());
    }
}
