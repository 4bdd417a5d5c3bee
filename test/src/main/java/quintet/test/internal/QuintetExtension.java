package quintet.test.internal;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.platform.commons.support.AnnotationSupport;
import quintet.core.Site;
import quintet.test.Client;
import quintet.test.LiveServer;
import quintet.test.QuintetTest;

/** What JUnit does around the tests of a {@link QuintetTest} class. */
public final class QuintetExtension
        implements BeforeAllCallback,
                AfterAllCallback,
                BeforeEachCallback,
                AfterEachCallback,
                InvocationInterceptor,
                ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(QuintetExtension.class);
    private static final String OWNER = "owner";

    /** A nested class is a level inside its outer class. */
    @Override
    public void beforeAll(ExtensionContext context) {
        ExtensionContext.Store store = context.getStore(NAMESPACE);
        Fixture outer = store.get(Fixture.class, Fixture.class);
        if (outer != null) {
            outer.push();
            return;
        }
        TestSites sites = context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(TestSites.class, key -> new TestSites(keepsDatabases(context)), TestSites.class);
        Class<?> type = context.getRequiredTestClass();
        QuintetTest annotation = annotation(type);
        store.put(Fixture.class, Fixture.open(sites, type, annotation));
        store.put(OWNER, context.getUniqueId());
    }

    /** Whether test databases on a server stay for the next run: {@code ./manage test --keepdb}. */
    private static boolean keepsDatabases(ExtensionContext context) {
        return context.getConfigurationParameter("quintet.test.keepdb")
                .map(Boolean::valueOf)
                .orElse(false);
    }

    private static QuintetTest annotation(Class<?> test) {
        for (Class<?> type = test; type != null; type = type.getEnclosingClass()) {
            QuintetTest found =
                    AnnotationSupport.findAnnotation(type, QuintetTest.class).orElse(null);
            if (found != null) {
                return found;
            }
        }
        throw new IllegalStateException(test.getName() + " has no @QuintetTest.");
    }

    @Override
    public void afterAll(ExtensionContext context) {
        Fixture fixture = fixture(context);
        if (context.getUniqueId().equals(context.getStore(NAMESPACE).get(OWNER))) {
            fixture.close();
        } else {
            fixture.pop();
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        fixture(context).push();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        fixture(context).pop();
    }

    private static Fixture fixture(ExtensionContext context) {
        Fixture fixture = context.getStore(NAMESPACE).get(Fixture.class, Fixture.class);
        if (fixture == null) {
            throw new IllegalStateException("The site of this test class is not open.");
        }
        return fixture;
    }

    private static <T extends @Nullable Object> T inside(Invocation<T> invocation, ExtensionContext context)
            throws Throwable {
        Fixture fixture = context.getStore(NAMESPACE).get(Fixture.class, Fixture.class);
        return fixture == null ? invocation.proceed() : fixture.<T, Throwable>call(invocation::proceed);
    }

    @Override
    public <T> T interceptTestClassConstructor(
            Invocation<T> invocation, ReflectiveInvocationContext<Constructor<T>> call, ExtensionContext context)
            throws Throwable {
        return inside(invocation, context);
    }

    @Override
    public void interceptBeforeAllMethod(
            Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        inside(invocation, context);
    }

    @Override
    public void interceptBeforeEachMethod(
            Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        inside(invocation, context);
    }

    @Override
    public void interceptTestMethod(
            Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        inside(() -> SqlLog.around(invocation, context), context);
    }

    @Override
    public <T extends @Nullable Object> T interceptTestFactoryMethod(
            Invocation<T> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        return inside(invocation, context);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        inside(() -> SqlLog.around(invocation, context), context);
    }

    @Override
    public void interceptDynamicTest(
            Invocation<@Nullable Void> invocation,
            org.junit.jupiter.api.extension.DynamicTestInvocationContext call,
            ExtensionContext context)
            throws Throwable {
        inside(invocation, context);
    }

    @Override
    public void interceptAfterEachMethod(
            Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        inside(invocation, context);
    }

    @Override
    public void interceptAfterAllMethod(
            Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        inside(invocation, context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Client.class || type == Site.class || type == LiveServer.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Fixture fixture = fixture(context);
        Class<?> type = parameter.getParameter().getType();
        if (type == Client.class) {
            return fixture.client();
        }
        return type == Site.class ? fixture.site() : fixture.server();
    }
}
