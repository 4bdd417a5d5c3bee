package quintet.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import quintet.http.Project;
import quintet.test.internal.QuintetExtension;

/**
 * Runs the tests of a class inside an open site of the project, on a migrated database that is as before after each test.
 * Nothing else is needed, in the IDE or on the command line. Django's {@code TestCase}.
 *
 * <pre>{@code
 * @QuintetTest
 * class PollsTest {
 *     @Test
 *     void showsAQuestion(Client client) {
 *         Question question = Question.objects.create(q -> q.text = "Tea or coffee?");
 *         assertContains(client.get(PollsApp.DETAIL.url(question.id)), "Tea or coffee?");
 *     }
 * }
 * }</pre>
 *
 * <p>Tests and constructors take a {@link Client}, a {@link LiveServer} or the
 * {@code Site} as parameters. What {@code @BeforeAll} writes is seen by all tests of the class, and is gone after it
 * ({@code setUpTestData}). Classes may run in parallel: each has a site and a database of its own for its time. The tests of
 * one class run one after the other.
 *
 * <p>The settings are those of the project with an environment made for tests: {@code DEBUG} is off, {@code SECRET_KEY} is
 * random, and over them {@code .env.test}, the process's environment and {@link #env()}; {@code .env} is not read, so that a
 * test does the same on every machine. Any host is allowed.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(QuintetExtension.class)
@Execution(ExecutionMode.SAME_THREAD)
public @interface QuintetTest {
    /** The project; by default the only one among the classes that are tested. */
    Class<? extends Project> project() default Project.class;

    /** Variables of the environment, each as {@code "NAME=value"}. */
    String[] env() default {};

    /** Which database the tests run on. */
    TestDatabase database() default TestDatabase.IN_MEMORY;

    /** Whether details are shown as in development. */
    boolean debug() default false;

    /**
     * Whether transactions are really committed: for what takes part in several connections. The database is made anew
     * afterwards, which takes longer. Django's {@code TransactionTestCase}.
     */
    boolean transactional() default false;
}
