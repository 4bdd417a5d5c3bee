package quintet.orm;

/** What makes one thing of the 2 to 12 values of a row, such as a record's constructor: see {@link Tuples}. */
public final class Makers {
    private Makers() {}

    /**
     * Makes something of 2 values.
     *
     * @param <A> the type of value 1
     * @param <B> the type of value 2
     * @param <Z> what it makes
     */
    @FunctionalInterface
    public interface Of2<A, B, Z> {
        /** Makes it. */
        Z apply(A a, B b);
    }

    /**
     * Makes something of 3 values.
     *
     * @param <A> the type of value 1
     * @param <B> the type of value 2
     * @param <C> the type of value 3
     * @param <Z> what it makes
     */
    @FunctionalInterface
    public interface Of3<A, B, C, Z> {
        /** Makes it. */
        Z apply(A a, B b, C c);
    }

    /**
     * Makes something of 4 values.
     *
     * @param <A> the type of value 1
     * @param <B> the type of value 2
     * @param <C> the type of value 3
     * @param <D> the type of value 4
     * @param <Z> what it makes
     */
    @FunctionalInterface
    public interface Of4<A, B, C, D, Z> {
        /** Makes it. */
        Z apply(A a, B b, C c, D d);
    }

    /**
     * Makes something of 5 values.
     *
     * @param <A> the type of value 1
     * @param <B> the type of value 2
     * @param <C> the type of value 3
     * @param <D> the type of value 4
     * @param <E> the type of value 5
     * @param <Z> what it makes
     */
    @FunctionalInterface
    public interface Of5<A, B, C, D, E, Z> {
        /** Makes it. */
        Z apply(A a, B b, C c, D d, E e);
    }

    /**
     * Makes something of 6 values.
     *
     * @param <A> the type of value 1
     * @param <B> the type of value 2
     * @param <C> the type of value 3
     * @param <D> the type of value 4
     * @param <E> the type of value 5
     * @param <F> the type of value 6
     * @param <Z> what it makes
     */
    @FunctionalInterface
    public interface Of6<A, B, C, D, E, F, Z> {
        /** Makes it. */
        Z apply(A a, B b, C c, D d, E e, F f);
    }

    /**
     * Makes something of 7 values.
     *
     * @param <A> the type of value 1
     * @param <B> the type of value 2
     * @param <C> the type of value 3
     * @param <D> the type of value 4
     * @param <E> the type of value 5
     * @param <F> the type of value 6
     * @param <G> the type of value 7
     * @param <Z> what it makes
     */
    @FunctionalInterface
    public interface Of7<A, B, C, D, E, F, G, Z> {
        /** Makes it. */
        Z apply(A a, B b, C c, D d, E e, F f, G g);
    }

    /**
     * Makes something of 8 values.
     *
     * @param <A> the type of value 1
     * @param <B> the type of value 2
     * @param <C> the type of value 3
     * @param <D> the type of value 4
     * @param <E> the type of value 5
     * @param <F> the type of value 6
     * @param <G> the type of value 7
     * @param <H> the type of value 8
     * @param <Z> what it makes
     */
    @FunctionalInterface
    public interface Of8<A, B, C, D, E, F, G, H, Z> {
        /** Makes it. */
        Z apply(A a, B b, C c, D d, E e, F f, G g, H h);
    }

    /**
     * Makes something of 9 values.
     *
     * @param <A> the type of value 1
     * @param <B> the type of value 2
     * @param <C> the type of value 3
     * @param <D> the type of value 4
     * @param <E> the type of value 5
     * @param <F> the type of value 6
     * @param <G> the type of value 7
     * @param <H> the type of value 8
     * @param <I> the type of value 9
     * @param <Z> what it makes
     */
    @FunctionalInterface
    public interface Of9<A, B, C, D, E, F, G, H, I, Z> {
        /** Makes it. */
        Z apply(A a, B b, C c, D d, E e, F f, G g, H h, I i);
    }

    /**
     * Makes something of 10 values.
     *
     * @param <A> the type of value 1
     * @param <B> the type of value 2
     * @param <C> the type of value 3
     * @param <D> the type of value 4
     * @param <E> the type of value 5
     * @param <F> the type of value 6
     * @param <G> the type of value 7
     * @param <H> the type of value 8
     * @param <I> the type of value 9
     * @param <J> the type of value 10
     * @param <Z> what it makes
     */
    @FunctionalInterface
    public interface Of10<A, B, C, D, E, F, G, H, I, J, Z> {
        /** Makes it. */
        Z apply(A a, B b, C c, D d, E e, F f, G g, H h, I i, J j);
    }

    /**
     * Makes something of 11 values.
     *
     * @param <A> the type of value 1
     * @param <B> the type of value 2
     * @param <C> the type of value 3
     * @param <D> the type of value 4
     * @param <E> the type of value 5
     * @param <F> the type of value 6
     * @param <G> the type of value 7
     * @param <H> the type of value 8
     * @param <I> the type of value 9
     * @param <J> the type of value 10
     * @param <K> the type of value 11
     * @param <Z> what it makes
     */
    @FunctionalInterface
    public interface Of11<A, B, C, D, E, F, G, H, I, J, K, Z> {
        /** Makes it. */
        Z apply(A a, B b, C c, D d, E e, F f, G g, H h, I i, J j, K k);
    }

    /**
     * Makes something of 12 values.
     *
     * @param <A> the type of value 1
     * @param <B> the type of value 2
     * @param <C> the type of value 3
     * @param <D> the type of value 4
     * @param <E> the type of value 5
     * @param <F> the type of value 6
     * @param <G> the type of value 7
     * @param <H> the type of value 8
     * @param <I> the type of value 9
     * @param <J> the type of value 10
     * @param <K> the type of value 11
     * @param <L> the type of value 12
     * @param <Z> what it makes
     */
    @FunctionalInterface
    public interface Of12<A, B, C, D, E, F, G, H, I, J, K, L, Z> {
        /** Makes it. */
        Z apply(A a, B b, C c, D d, E e, F f, G g, H h, I i, J j, K k, L l);
    }
}
