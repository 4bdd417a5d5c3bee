/** The models of {@code bin/bench orm}. */
package quintet.benchmarks.shop;
