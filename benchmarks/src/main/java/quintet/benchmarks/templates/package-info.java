/** Template engines side by side: the same pages from the same data, as fast as each engine can. */
@org.jspecify.annotations.NullMarked
package quintet.benchmarks.templates;
