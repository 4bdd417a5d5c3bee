package quintet.benchmarks.orm;

/** Somebody who does the tasks. Results are objects as an application would use them, and their number is checked. */
interface Contender extends AutoCloseable {
    String name();

    /** Does a task once; {@code n} differs each time and chooses rows and values. Gives how many objects or rows it was about. */
    int run(Task task, int n) throws Exception;

    @Override
    void close();
}
